import type { Editor } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";

/** Puts the caret at the beginning of a block, or chooses the block where it has no text, and brings it into sight. */
export function goToBlock(editor: Editor, blockId: string): void {
  let found = false;
  editor.state.doc.descendants((node, at) => {
    if (found || node.attrs.id !== blockId) return !found;
    found = true;
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.setSelection(node.isAtom ? NodeSelection.create(doc, at) : TextSelection.near(doc.resolve(at + 1))));
    editor.view.focus();
    const drawn = editor.view.nodeDOM(at);
    if (drawn instanceof Element) drawn.scrollIntoView({ block: "center" });
    return false;
  });
}
