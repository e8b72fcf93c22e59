import { liftListItem } from "@tiptap/pm/schema-list";
import type { EditorState, Transaction } from "@tiptap/pm/state";

/**
 * Lifts the chosen items a level. Those behind them in their list come under the last of them, as everywhere; where that has a list of its
 * own they go on in it, for the library's command would put a second list there, which no item holds, and throw. The state is that of a chain of commands, which goes along with its change.
 */
export function liftItems(state: EditorState, dispatch: ((transaction: Transaction) => void) | undefined): boolean {
  const { $from, $to } = state.selection;
  const item = state.schema.nodes.listItem;
  if (!item) return false;
  const range = $from.blockRange($to, ({ firstChild }) => firstChild?.type === item);
  const behind = range ? range.$to.end(range.depth) : 0;
  if (dispatch && range && range.end < behind && range.parent.child(range.endIndex - 1).childCount > 1 && $from.node(range.depth - 1).type === item) {
    const others = state.doc.slice(range.end, behind).content;
    // Before the ends of that list and of its item. Asked for again, the change of a chain of commands brings its state up to date.
    state.tr.delete(range.end, behind).insert(range.end - 2, others);
    void state.tr;
  }
  return liftListItem(item)(state, dispatch);
}
