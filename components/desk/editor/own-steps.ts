import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import type { ReplaceStep } from "@tiptap/pm/transform";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { typedHere } from "@/lib/content/typed-here";

/** Whether a change only writes or takes out letters within one block. */
export function isTyping({ steps, docs }: Transaction): boolean {
  return steps.every((step, index) => {
    const { slice, from, to } = step as ReplaceStep;
    const doc = docs[index];
    return slice && doc && !("gapFrom" in step) && slice.openStart + slice.openEnd === 0 && slice.content.content.every((node) => node.isText) && doc.resolve(from).sameParent(doc.resolve(to));
  });
}

let wasTyping = true;

/** Makes what a command does to a text a step of its own to undo: what was typed a moment before stays, and what is typed behind it is another. To be called before each change. */
export function keepStepsApart(editor: Editor, transaction: Transaction): void {
  if (!typedHere([transaction])) return;
  const typing = isTyping(transaction);
  if (!typing || !wasTyping) yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing();
  wasTyping = typing;
}
