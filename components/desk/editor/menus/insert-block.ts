import type { Editor, JSONContent, Range } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/**
 * Puts a whole block where the caret is: in the place of an empty paragraph, else under the caret's block, which is never torn apart.
 * The caret goes to the first words to be written in it; a paragraph follows where the story would end with it.
 */
export function insertBlock(editor: Editor, typed: Range | null, content: JSONContent): void {
  const { state, view } = editor;
  const transaction = state.tr;
  if (typed) transaction.delete(typed.from, typed.to);
  const block = state.schema.nodeFromJSON(content);
  const place = transaction.selection.$from;
  const [start, end] = place.depth > 0 ? [place.before(1), place.after(1)] : [place.pos, place.pos];
  const isFree = place.depth === 1 && place.parent.type.name === "paragraph" && place.parent.content.size === 0;
  const at = isFree ? start : end;
  transaction.replaceWith(at, end, block);
  const after = at + block.nodeSize;
  const paragraph = state.schema.nodes.paragraph?.create();
  if (after === transaction.doc.content.size && paragraph) transaction.insert(after, paragraph);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(block.isAtom ? after : at + 1)));
  view.dispatch(transaction.scrollIntoView());
  view.focus();
}
