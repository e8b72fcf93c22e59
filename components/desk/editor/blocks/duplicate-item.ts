import type { Editor } from "@tiptap/core";
import { unnamed } from "@/components/desk/editor/blocks/block-moves";

/** A copy of the item of a list that holds the selection, right under it, with names of its own; false where none does. */
export function duplicateItem({ state, view }: Pick<Editor, "state" | "view">): boolean {
  const { $from, $to } = state.selection;
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth--) {
    if ($from.node(depth).type.name !== "listItem") continue;
    view.dispatch(state.tr.insert($from.after(depth), unnamed($from.node(depth))).scrollIntoView());
    return true;
  }
  return false;
}
