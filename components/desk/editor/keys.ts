import { type Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";


/** The shortcuts of the body that the blocks do not bring themselves. Tab is left alone: it leaves the text. */
export const editorKeys = Extension.create({
  name: "editorKeys",
  addKeyboardShortcuts() {
    const heading = (level: 2 | 3 | 4) => () => this.editor.chain().focus().toggleHeading({ level }).run();
    const move = (by: -1 | 1) => () => moveBlock(this.editor, by);
    return {
      "Mod-Alt-0": () => this.editor.chain().focus().setParagraph().run(),
      "Mod-Alt-2": heading(2),
      "Mod-Alt-3": heading(3),
      "Mod-Alt-4": heading(4),
      "Mod-Shift-7": () => this.editor.chain().focus().toggleOrderedList().run(),
      "Mod-Shift-8": () => this.editor.chain().focus().toggleBulletList().run(),
      "Mod-Shift-b": () => this.editor.chain().focus().toggleBlockquote().run(),
      "Alt-Shift-ArrowUp": move(-1),
      "Alt-Shift-ArrowDown": move(1),
    };
  },
});

/** Moves the top-level block that holds the caret past its neighbour; the caret goes along. */
export function moveBlock({ state, view }: Editor, by: -1 | 1): boolean {
  const index = state.selection.$from.index(0);
  const target = index + by;
  if (target < 0 || target >= state.doc.childCount) return true;
  const node = state.doc.child(index);
  let start = 0;
  for (let at = 0; at < index; at++) start += state.doc.child(at).nodeSize;
  const neighbour = state.doc.child(target);
  const goal = by < 0 ? start - neighbour.nodeSize : start + neighbour.nodeSize;
  const caret = goal + state.selection.from - start;
  const transaction = state.tr.delete(start, start + node.nodeSize).insert(goal, node);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(caret, transaction.doc.content.size))));
  view.dispatch(transaction.scrollIntoView());
  return true;
}
