import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { typedHere } from "@/lib/content/typed-here";

/**
 * Keeps a published correction as it is on record: it may be moved beside what it corrects, never reworded, deleted or copied. What would do
 * that is not done, and `refused` is told so.
 */
export const correctionsStay = Extension.create<{ refused: () => void }>({
  name: "correctionsStay",
  addOptions: () => ({ refused: () => undefined }),
  addProseMirrorPlugins() {
    return [correctionsStayPlugin(this.options.refused)];
  },
});

export function correctionsStayPlugin(refused: () => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, { doc }) {
      if (!typedHere([transaction]) || areKept(notesIn(doc), notesIn(transaction.doc))) return true;
      refused();
      return false;
    },
  });
}

/** How often each correction stands in the text, with all that it says. */
function notesIn(doc: Node): Map<string, number> {
  const notes = new Map<string, number>();
  for (const node of doc.children) {
    if (node.type.name !== "correctionNote") continue;
    const said = JSON.stringify([node.attrs.correctionId, node.attrs.kind, node.attrs.at, node.content.toJSON()]);
    notes.set(said, (notes.get(said) ?? 0) + 1);
  }
  return notes;
}

/** One that stands twice, since two people moved it at once, may lose one of the two. */
function areKept(before: Map<string, number>, after: Map<string, number>): boolean {
  return before.size === after.size && [...after].every(([said, number]) => number <= (before.get(said) ?? 0));
}
