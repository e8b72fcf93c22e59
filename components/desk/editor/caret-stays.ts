import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";

type Binding = { doc: unknown; type: unknown; mapping: unknown; beforeTransactionSelection: { type: string; anchor: unknown; head: unknown } | null };

/** What an undo brings back says itself where the caret goes. */
const isColleagues = (transaction: Transaction): boolean => {
  const { isChangeOrigin = false, isUndoRedoOperation = false } = transaction.getMeta(ySyncPluginKey) ?? {};
  return isChangeOrigin && !isUndoRedoOperation;
};

/**
 * Keeps the caret where it is while a colleague writes in its block, makes something else of that, parts it or puts it elsewhere: the change that does so,
 * or null where it stands right. The binding takes every letter of theirs for a sign that the block was moved, and puts the caret back to where it stood in
 * letters: two who wrote in one paragraph wrote into each other's words.
 */
export function caretInItsBlock(transactions: readonly Transaction[], { selection: before }: EditorState, after: EditorState): Transaction | null {
  const { binding } = (ySyncPluginKey.getState(after) ?? {}) as { binding?: Binding };
  const meant = binding?.beforeTransactionSelection;
  if (!binding || meant?.type !== "text" || !(before instanceof TextSelection) || !transactions.some(isColleagues)) return null;
  const [anchor, head] = [[before.$anchor, meant.anchor], [before.$head, meant.head]].map(([$was, place]) => endpoint(after.doc, $was as ResolvedPos, relativePositionToAbsolutePosition(binding.doc as never, binding.type as never, place, binding.mapping as never)));
  if (anchor == null || head == null) return null;
  const selection = TextSelection.between(after.doc.resolve(anchor), after.doc.resolve(head));
  return selection.eq(after.selection) ? null : after.tr.setSelection(selection);
}

/** Where one end of a selection is now: where the shared document says, if that is in its block or the other half of that, else as far into the block of its name as it was. Null where that is gone and nothing is said. */
function endpoint(doc: Node, $was: ResolvedPos, said: number | null): number | null {
  const { id } = $was.parent.attrs;
  let [at, next] = [-1, -1];
  doc.descendants((node, place) => {
    if (!node.isTextblock) return next < 0;
    if (at >= 0 && next < 0) next = place + 1;
    if (id && node.attrs.id === id && at < 0) at = place + 1;
    return false;
  });
  if (at < 0) return said !== null && doc.resolve(said).parent.isTextblock ? said : null;
  const block = doc.resolve(at).parent;
  const [was, now] = [$was.parent.textContent, block.textContent];
  const rest = was.slice(now.length);
  if ($was.parentOffset > now.length && rest && was.startsWith(now) && next >= 0 && doc.resolve(next).parent.textContent === rest) return next + $was.parentOffset - now.length;
  return said !== null && doc.resolve(said).parent === block ? said : at + Math.min($was.parentOffset, block.content.size);
}
