import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect } from "react";
import { isPressed, keys } from "@/components/desk/editor/menus/shortcuts";
import type { NotePlace } from "@/components/desk/editor/notes/note-places";
import type { NoteView } from "@/lib/notes/views";

type Walked = {
  editor: Editor;
  shown: RefObject<NoteView[]>;
  /** The note that was chosen last. */
  here: string | null;
  placesNow: () => Map<string, NotePlace>;
  goTo: (note: NoteView, focus: boolean) => void;
  say: (words: string) => void;
};

/** The keys that lead from open note to open note, from the text as from the list. */
export function useNoteKeys({ editor, shown, here, placesNow, goTo, say }: Walked): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = isPressed(event, keys.nextNote) ? 1 : isPressed(event, keys.previousNote) ? -1 : 0;
      const target = event.target as Element;
      if (by === 0 || !(editor.view.dom.contains(target) || target.closest(".notes-pane")) || target.closest("select")) return;
      const places = [...placesNow()].filter(([thread]) => shown.current.some((note) => note.id === thread && note.status !== "resolved"));
      if (places.length === 0) return;
      event.preventDefault();
      const at = places.findIndex(([thread]) => thread === here);
      const caret = editor.state.selection.from;
      const isAt = at >= 0 && caret >= (places[at]?.[1].from ?? 0) && caret <= (places[at]?.[1].to ?? 0);
      const beyond = by > 0 ? places.findIndex(([, place]) => place.from > caret) : places.findLastIndex(([, place]) => place.from < caret);
      const next = isAt ? at + by : beyond >= 0 ? beyond : by > 0 ? 0 : places.length - 1;
      const [thread] = places.at(((next % places.length) + places.length) % places.length) ?? [];
      const note = shown.current.find((one) => one.id === thread);
      if (!note) return;
      const isFromPanel = !editor.view.dom.contains(target);
      goTo(note, !isFromPanel);
      if (isFromPanel) document.getElementById(`note-${note.id}`)?.focus();
      else document.getElementById(`note-${note.id}`)?.scrollIntoView({ block: "nearest" });
      say(`Note ${places.findIndex(([one]) => one === thread) + 1} of ${places.length}. ${note.messages[0]?.by.name ?? "Somebody"}: ${note.messages[0]?.body ?? ""}`);
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, [editor, shown, here, goTo, placesNow, say]);
}
