import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";

/** Two hyphens alone on a line, or what typography made of them. */
const begun = /^(?:--|–)$/;

/** The break that a third hyphen makes of its line, with a line to write on behind it; null where that hyphen is only text. */
export function breakFor(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  const { sectionBreak, paragraph } = state.schema.nodes;
  if (!empty || $from.depth !== 1 || $from.parent.type !== paragraph || !begun.test($from.parent.textContent) || $from.parentOffset !== $from.parent.content.size || !sectionBreak || !paragraph) return null;
  const at = $from.before();
  const change = state.tr.replaceWith(at, $from.after(), [sectionBreak.create(), paragraph.create()]);
  return change.setSelection(TextSelection.create(change.doc, at + 2)).scrollIntoView();
}

/** Makes a section break of `---` alone on a line, as a step of its own: undo gives the typed line back. False where the letter is only text. */
export function breakInstead(view: EditorView, text: string): boolean {
  const change = text === "-" && !view.composing ? breakFor(view.state) : null;
  if (change) asOneStep(view, () => view.dispatch(change));
  return change !== null;
}
