import type { Editor } from "@tiptap/core";
import type { KeyboardEvent } from "react";
import { isPressed, keys } from "@/components/desk/editor/menus/shortcuts";

/** What was set beside or over the text is taken back from there; a line of text has an undo of its own, and an open tool has set nothing yet. */
export function undoFromHere(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const redoes = isPressed(event, keys.redo);
  if (!redoes && !isPressed(event, keys.undo)) return;
  if ((event.target as HTMLElement).closest("input:not([type=checkbox]), textarea, dialog")) return;
  event.preventDefault();
  if (redoes) editor.commands.redo();
  else editor.commands.undo();
}
