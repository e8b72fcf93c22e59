import type { Editor } from "@tiptap/core";
import type { KeyboardEvent } from "react";

/** What was set beside or over the text is taken back from there; a line of text has an undo of its own, and an open tool has set nothing yet. */
export function undoFromHere(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  if ((event.target as HTMLElement).closest("input:not([type=checkbox]), textarea, dialog")) return;
  event.preventDefault();
  if (event.shiftKey) editor.commands.redo();
  else editor.commands.undo();
}
