import type { TextNode } from "@/lib/content/stored/inline";
import type { Block } from "@/lib/content/document";

type Holder = { type: string; text?: string; content?: readonly Holder[] };

/** The text of a block, one entry for each place within it that holds text: items, cells, paragraphs. */
export function blockTexts(block: Block): TextNode[][] {
  const texts: TextNode[][] = [];
  const open: Holder[] = [block as Holder];
  for (let next = open.pop(); next; next = open.pop()) {
    const content = next.content ?? [];
    if (content.length > 0 && content[0]?.type === "text") texts.push([...content] as TextNode[]);
    else for (const child of content.toReversed()) open.push(child);
  }
  return texts;
}
