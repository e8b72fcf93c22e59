import type { Node } from "@tiptap/pm/model";

/** The stories that a text leads to already, by cards and by links. */
export function storiesIn(doc: Node): string[] {
  const found = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === "relatedCard" && node.attrs.story) found.add(node.attrs.story);
    for (const mark of node.marks) if (mark.type.name === "link" && mark.attrs.story) found.add(mark.attrs.story);
  });
  return [...found];
}
