import type { Editor, JSONContent, Range } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";

/**
 * Puts a whole block where the caret is: in the place of an empty paragraph, else under the caret's block, which is never torn apart, or
 * under the one that is chosen whole.
 * The caret goes to the first words to be written in it; a paragraph follows where the story would end with it.
 */
export function insertBlock(editor: Editor, typed: Range | null, content: JSONContent): void {
  const { state, view } = editor;
  const transaction = state.tr;
  if (typed) transaction.delete(typed.from, typed.to);
  const block = state.schema.nodeFromJSON(content);
  const [at, end] = placeOfBlock(transaction.selection, block.type.name);
  transaction.replaceWith(at, end, block);
  const after = at + block.nodeSize;
  const paragraph = state.schema.nodes.paragraph?.create();
  if (after === transaction.doc.content.size && paragraph) transaction.insert(after, paragraph);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(block.isAtom ? after : at + 1)));
  view.dispatch(transaction.scrollIntoView());
  view.focus();
}
