import type { Editor } from "@tiptap/core";
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";

/** Puts the caret at the beginning of a block, or chooses the block where it has no words or has settings, and brings it into sight. */
export function goToBlock(editor: Editor, blockId: string): void {
  const found = findBlock(editor.state.doc, blockId);
  if (!found) return;
  editor.view.dispatch(chosen(editor.state, editor.state.tr, found.at));
  editor.view.focus();
  const drawn = editor.view.nodeDOM(found.at);
  if (drawn instanceof Element) drawn.scrollIntoView({ block: "center" });
}

/** The block at a position chosen whole where it has no words or has settings, else with the caret in its first words. */
export function chosen(state: EditorState, transaction: Transaction, at: number): Transaction {
  const node = transaction.doc.nodeAt(at);
  const whole = node && (node.isAtom || node.type.name === "figure") && NodeSelection.isSelectable(node);
  return transaction.setSelection(whole ? NodeSelection.create(transaction.doc, at) : TextSelection.near(transaction.doc.resolve(Math.min(at + (node ? 1 : 0), state.doc.content.size, transaction.doc.content.size))));
}
