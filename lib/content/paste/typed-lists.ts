import type { Block } from "@/lib/content/document";

const bullet = /^\s*[•·▪‣●○◦∙]\s+/u;

type Paragraph = Extract<Block, { type: "paragraph" }>;

const isTyped = (block: Block | undefined): block is Paragraph => block?.type === "paragraph" && bullet.test(block.content?.[0]?.text ?? "");

/** Paragraphs in a row before each of which somebody typed a bullet are the list that they look like; one alone stays as it is. `lists` tells the list of each that is in one now. */
export function withTypedLists(blocks: readonly Block[]): { blocks: Block[]; lists: Map<Block, Block> } {
  const read: Block[] = [];
  const lists = new Map<Block, Block>();
  for (let at = 0; at < blocks.length; ) {
    const first = at;
    while (isTyped(blocks[at])) at += 1;
    if (at - first > 1) {
      const typed = blocks.slice(first, at);
      const list: Block = { type: "bulletList", content: typed.map((block) => ({ type: "listItem", content: [withoutBullet(block as Paragraph)] })) };
      for (const block of typed) lists.set(block, list);
      read.push(list);
    } else read.push(...blocks.slice(first, Math.max(at, first + 1)));
    at = Math.max(at, first + 1);
  }
  return { blocks: read, lists };
}

function withoutBullet({ content: [first, ...rest] = [] }: Paragraph): Paragraph {
  const text = first?.text.replace(bullet, "") ?? "";
  return { type: "paragraph", content: first && text ? [{ ...first, text }, ...rest] : rest };
}
