import type { Editor, Range } from "@tiptap/core";
import { type Asking, insertable } from "@/components/desk/editor/menus/insertable";
import { refusedInWords } from "@/components/desk/editor/menus/refused-in-words";
import { placeOf, refusalAt, refusalOfStory } from "@/components/desk/editor/menus/where-it-fits";

/** Where an insertion that needs an answer first has it asked, and where it is said why something cannot stand here. */
export type InsertDoor = { ask: (what: Asking) => void; say: (words: string) => void; /** Why the story cannot be corrected as it stands; null where it can. */ whyNoCorrection: () => string | null };

/**
 * Puts something in where the caret is: what the menus, the bar and the keys all do. `typed` is the "/" and the word behind it, which go.
 * Where it cannot stand nothing changes, and it is said why.
 */
export function putIn(editor: Editor, door: InsertDoor, id: string, typed: Range | null = null): void {
  const one = insertable(id);
  const refusal = refusalAt(placeOf(editor.state), one) ?? refusalOfStory(door, one);
  if (refusal) {
    door.say(refusedInWords(one.label, refusal));
    return;
  }
  one.insert(editor, typed);
  if (one.asks) door.ask(one.asks);
}
