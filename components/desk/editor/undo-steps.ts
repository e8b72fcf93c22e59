import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** Whether a change does no more than put letters into one line, or take some out of it. */
export function isTyping({ steps, docs }: Pick<Transaction, "steps" | "docs">): boolean {
  return steps.every((step, at) => {
    if (!(step instanceof ReplaceStep)) return false;
    const { from, to, slice } = step;
    const before = docs[at];
    return slice.openStart + slice.openEnd === 0 && slice.content.content.every((node) => node.isText) && before?.resolve(from).sameParent(before.resolve(to)) === true;
  });
}

/** What is more than typing is a step of undo by itself: taking back a heading, a table or bold leaves the words that were typed a moment before, and those after it. */
export const undoSteps = Extension.create({
  name: "undoSteps",
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key: new PluginKey("undoSteps"),
      state: {
        init: () => false,
        apply(transaction, wasMore, state) {
          // What follows of itself from a change, and what others or undo changed, begins nothing.
          if (!transaction.docChanged || transaction.getMeta("appendedTransaction") || transaction.getMeta(ySyncPluginKey)) return wasMore;
          const isMore = !isTyping(transaction);
          if (isMore || wasMore) (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager.stopCapturing();
          return isMore;
        },
      },
    }),
  ],
});
