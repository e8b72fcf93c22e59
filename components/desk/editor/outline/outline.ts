import type { Node as ProseMirrorNode } from "@tiptap/pm/model";

/** A place in the story that is worth finding again: a heading, or a block that is more than running text. */
export type OutlineItem = { id: string; kind: string; words: string; depth: number };

/** What a block other than a heading is called, and which of its words tell it from others. */
const notable: Record<string, { kind: string; words: (node: ProseMirrorNode) => string }> = {
  figure: { kind: "Picture", words: (node) => node.textContent || String(node.attrs.alt ?? "") },
  gallery: { kind: "Gallery", words: (node) => String(node.attrs.title ?? "") },
  blockquote: { kind: "Quotation", words: (node) => node.textContent },
  pullQuote: { kind: "Pull quote", words: (node) => node.textContent },
  factBox: { kind: "Fact box", words: (node) => node.firstChild?.textContent ?? "" },
  table: { kind: "Table", words: (node) => String(node.attrs.caption ?? "") },
  embed: { kind: "Embed", words: (node) => String(node.attrs.alt || node.attrs.url || "") },
  relatedCard: { kind: "Related story", words: (node) => String(node.attrs.label ?? "") },
  correctionNote: { kind: "Correction", words: (node) => node.textContent },
  stash: { kind: "Stash", words: () => "" },
};

let read: { doc: ProseMirrorNode; items: readonly OutlineItem[] } | undefined;

/** The outline of a story: its headings, one deeper than the one it stands under, and its notable blocks below them. Read once for each document. */
export function outlineOf(doc: ProseMirrorNode): readonly OutlineItem[] {
  if (read?.doc === doc) return read.items;
  const items: OutlineItem[] = [];
  const above: number[] = [];
  doc.forEach((node) => {
    const id = node.attrs.id;
    if (typeof id !== "string") return;
    if (node.type.name === "heading") {
      const level = Number(node.attrs.level);
      while ((above.at(-1) ?? 0) >= level) above.pop();
      items.push({ id, kind: "Heading", words: shortened(node.textContent), depth: above.length });
      above.push(level);
      return;
    }
    const block = notable[node.type.name];
    if (block) items.push({ id, kind: block.kind, words: shortened(block.words(node)), depth: above.length });
  });
  read = { doc, items };
  return items;
}

/** The item at a place in the document, or the last one before it. */
export function outlineItemAt(doc: ProseMirrorNode, place: number): string | null {
  const ids = new Set(outlineOf(doc).map((item) => item.id));
  const last = doc.resolve(Math.min(place, doc.content.size)).index(0);
  for (let index = Math.min(last, doc.childCount - 1); index >= 0; index--) {
    const { id } = doc.child(index).attrs;
    if (ids.has(id)) return id;
  }
  return null;
}

/** Whether two outlines show the same. */
export function sameOutline(left: readonly OutlineItem[], right: readonly OutlineItem[]): boolean {
  return left === right || (left.length === right.length && left.every((item, index) => item.id === right[index]?.id && item.kind === right[index].kind && item.words === right[index].words && item.depth === right[index].depth));
}

const shortened = (text: string) => {
  const tidy = text.replace(/\s+/g, " ").trim();
  return tidy.length > 90 ? `${tidy.slice(0, 88).trimEnd()}…` : tidy;
};
