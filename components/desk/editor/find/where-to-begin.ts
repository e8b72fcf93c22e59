import type { Editor } from "@tiptap/core";
import { fieldOfLine } from "@/components/desk/editor/checks/places";
import { type FieldTexts, firstFrom, firstFromField, firstInLine, type Hit } from "@/components/desk/editor/find/hits";

/** What was chosen when finding was asked for, which place comes first from there, and the line that one was in, where it was one. */
export type Begin = { words: string; first: (hits: readonly Hit[], fields: FieldTexts) => number; line?: HTMLElement };

/** Longest choice that is taken for what is searched. */
const longest = 80;

/** Where one is in the story; null where one is elsewhere. */
export function whereToBegin(editor: Editor): Begin | null {
  const { activeElement } = document;
  if (editor.view.dom.contains(activeElement)) return beginInText(editor);
  const isLine = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  if (!isLine || !activeElement.matches(".editor :is(.line, .block-settings .field) :is(input, textarea)")) return null;
  const { selectionStart, selectionEnd, value } = activeElement;
  const from = selectionStart ?? 0;
  const field = fieldOfLine(activeElement);
  const [block, attribute] = [activeElement.closest<HTMLElement>("[data-block]")?.dataset.block, activeElement.closest<HTMLElement>("[data-words]")?.dataset.words];
  return { line: activeElement, words: short(value.slice(from, selectionEnd ?? from)), first: (hits, fields) => (field ? firstFromField(hits, fields, field, from) : (firstInLine(hits, block, attribute, from) ?? firstFrom(hits, editor.state.selection.from))) };
}

/** From the caret in the text, whether one is there or not; where nobody has been in it, from the story's beginning. */
export function beginInText(editor: Editor): Begin {
  const { from, to } = editor.state.selection;
  const isUntouched = !editor.isFocused && to <= 1;
  return { words: short(editor.state.doc.textBetween(from, to, " ")), first: (hits) => (isUntouched ? 0 : firstFrom(hits, from)) };
}

const short = (words: string) => (words.length <= longest ? words : "");
