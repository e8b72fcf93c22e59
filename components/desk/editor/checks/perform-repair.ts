import type { Editor } from "@tiptap/core";
import { flushSync } from "react-dom";
import { goTo, lineOf } from "@/components/desk/editor/checks/places";
import { repaired } from "@/components/desk/editor/checks/repair-text";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { placeOfRepair, type Repair } from "@/lib/articles/repair";

/**
 * Makes a repair and puts the focus where it was made, so that Mod+Z takes it back. False where the story is no longer what the check saw.
 * `show` brings a field's panel into sight.
 */
export function performRepair(repair: Repair, editor: Editor, show: (field: string) => void): boolean {
  const place = placeOfRepair(repair);
  if ("field" in place && place.field !== "body") return inField(repair, place.field, editor, show);
  const transaction = repaired(editor.state, repair);
  if (!transaction) return false;
  asOneStep(editor.view, () => editor.view.dispatch(transaction));
  editor.view.focus();
  return true;
}

function inField(repair: Repair, field: string, editor: Editor, show: (field: string) => void): boolean {
  flushSync(() => show(field));
  const line = lineOf(field);
  if (!line || line.readOnly) return false;
  const { value } = line;
  if (repair.does === "fill-field") line.setRangeText(repair.text, 0, value.length, "end");
  else if (repair.does === "replace-words") {
    let start = value.indexOf(repair.words);
    for (let times = 0; times < repair.nth && start !== -1; times++) start = value.indexOf(repair.words, start + repair.words.length);
    if (start === -1) return false;
    line.setRangeText(repair.by, start, start + repair.words.length, "end");
  }
  // As if typed: the shared line takes it up, and its undo knows of it.
  line.dispatchEvent(new InputEvent("input", { bubbles: true }));
  goTo({ field }, editor);
  return true;
}
