import type { FigureNode } from "@/lib/content/stored/figure";
import type { TextNode } from "@/lib/content/stored/inline";
import type { Block, StoredDocument, StoryContent } from "@/lib/content/document";

/** What a story shows that lies elsewhere: pictures, other stories, snapshots of embeds; by id. */
export type References = { pictures: string[]; stories: string[]; embeds: string[] };

/** Every picture of a body, in reading order, those of galleries and boxes too. */
export function figuresOf(body: StoredDocument): FigureNode[] {
  return body.content.flatMap((block): FigureNode[] => {
    if (block.type === "figure") return [block];
    if (block.type === "gallery") return block.content;
    return block.type === "factBox" ? block.content.flatMap((node) => (node.type === "figure" ? [node] : [])) : [];
  });
}

/** The running text of a block and of all within it, piece by piece. */
export function textNodesOf(block: unknown): TextNode[] {
  const node = block as { type?: string; text?: string; content?: unknown[] };
  if (node.type === "text") return [node as TextNode];
  return (node.content ?? []).flatMap(textNodesOf);
}

/** A link in running text with all the words it covers. */
export type Link = { href: string; story: string | null; words: string };

/** The links of a block and of all within it, each once however many pieces of text it covers. */
export function linksOf(block: unknown): Link[] {
  const node = block as { content?: readonly unknown[] };
  const links: Link[] = [];
  let open: Link | null = null;
  for (const child of node.content ?? []) {
    const piece = child as TextNode;
    const mark = piece.type === "text" ? piece.marks?.find((one) => one.type === "link") : undefined;
    if (piece.type !== "text") links.push(...linksOf(child));
    if (!mark) open = null;
    else if (open && open.href === mark.attrs.href && open.story === (mark.attrs.story ?? null)) open.words += piece.text;
    else {
      open = { href: mark.attrs.href, story: mark.attrs.story ?? null, words: piece.text };
      links.push(open);
    }
  }
  return links;
}

/** The stories that a block leads to: by a card, or by links in its text. */
function storiesOf(block: Block): string[] {
  if (block.type === "relatedCard") return [block.attrs.story];
  return textNodesOf(block).flatMap((node) => (node.marks ?? []).flatMap((mark) => (mark.type === "link" && mark.attrs.story ? [mark.attrs.story] : [])));
}

/** All that a story refers to, each once. */
export function referencesOf({ body, lead }: Pick<StoryContent, "body" | "lead">): References {
  const pictures = [...(lead ? [lead.assetId] : []), ...figuresOf(body).map((figure) => figure.attrs.assetId)];
  const embeds = body.content.flatMap((block) => (block.type === "embed" ? [block.attrs.embedId] : []));
  return { pictures: [...new Set(pictures)], stories: [...new Set(body.content.flatMap(storiesOf))], embeds: [...new Set(embeds)] };
}
