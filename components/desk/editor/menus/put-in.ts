import type { Editor, Range } from "@tiptap/core";
import { type Asking, insertable } from "@/components/desk/editor/menus/insertable";

/** Where an insertion that needs an answer first has it asked. */
export type InsertDoor = { ask: (what: Asking) => void };

/** Puts something in where the caret is: what the menus, the bar and the keys all do. `typed` is the "/" and the word behind it, which go. */
export function putIn(editor: Editor, door: InsertDoor, id: string, typed: Range | null = null): void {
  const one = insertable(id);
  one.insert(editor, typed);
  if (one.asks) door.ask(one.asks);
}
