import { NodeRange } from "@tiptap/pm/model";
import { liftListItem } from "@tiptap/pm/schema-list";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { liftTarget } from "@tiptap/pm/transform";

/**
 * Lifts the chosen items a level. Those behind them in their list come under the last of them, as everywhere; where that has a list of its
 * own they go on in it, for the library's command would put a second list there, which no item holds, and throw.
 */
export function liftItems(state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined): boolean {
  const { $from, $to } = state.selection;
  const item = state.schema.nodes.listItem;
  if (!item) return false;
  const range = $from.blockRange($to, ({ firstChild }) => firstChild?.type === item);
  const behind = range ? range.$to.end(range.depth) : 0;
  if (!range || range.end === behind || range.parent.child(range.endIndex - 1).childCount < 2 || $from.node(range.depth - 1).type !== item) return liftListItem(item)(state, dispatch);
  if (!dispatch) return true;
  const { tr } = state;
  const others = state.doc.slice(range.end, behind).content;
  // Before the ends of that list and of its item.
  tr.delete(range.end, behind).insert(range.end - 2, others);
  const all = new NodeRange(tr.doc.resolve(range.$from.pos), tr.doc.resolve(range.$to.pos), range.depth);
  tr.lift(all, liftTarget(all) ?? range.depth - 2);
  dispatch(tr.scrollIntoView());
  return true;
}
