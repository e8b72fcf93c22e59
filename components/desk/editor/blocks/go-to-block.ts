import type { Editor } from "@tiptap/core";
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { placeWithin } from "@/components/desk/editor/blocks/place-within";
import type { PartOfBlock } from "@/lib/articles/checks";

/** Puts the caret into a block, at the part that is meant, and brings it into sight. */
export function goToBlock(editor: Editor, blockId: string, part?: PartOfBlock): void {
  chooseBlock(editor, blockId, part);
  editor.view.focus();
}

/** The same, and the focus stays where it is. */
export function chooseBlock(editor: Editor, blockId: string, part?: PartOfBlock): void {
  const found = findBlock(editor.state.doc, blockId);
  if (!found) return;
  const within = part && placeWithin(found.node, part);
  const { tr } = editor.state;
  if (within && "from" in within) editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, found.at + within.from, found.at + within.to)));
  else editor.view.dispatch(chosen(editor.state, tr, found.at));
  const drawn = within && "from" in within ? editor.view.domAtPos(found.at + within.from).node : editor.view.nodeDOM(found.at);
  (drawn instanceof Element ? drawn : drawn?.parentElement)?.scrollIntoView({ block: "center" });
}

/** The block at a position chosen whole where it has no words or has settings, else with the caret in its first words. */
export function chosen(state: EditorState, transaction: Transaction, at: number): Transaction {
  const node = transaction.doc.nodeAt(at);
  const whole = node && (node.isAtom || node.type.name === "figure") && NodeSelection.isSelectable(node);
  return transaction.setSelection(whole ? NodeSelection.create(transaction.doc, at) : TextSelection.near(transaction.doc.resolve(Math.min(at + (node ? 1 : 0), state.doc.content.size, transaction.doc.content.size))));
}
