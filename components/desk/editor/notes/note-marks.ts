import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { notePlaces } from "@/components/desk/editor/notes/note-places";
import { type DrawnNotes, noteSlotKey } from "@/components/desk/editor/notes/note-slot";
import type { NoteView } from "@/lib/notes/views";

/** The notes that are shown, the one that is looked at, and those whose threads stand on the page now. */
export type ShownNotes = { notes: readonly NoteView[]; here: string | null; listed: ReadonlySet<string> };

type Drawn = DrawnNotes & ShownNotes;

function draw(doc: Node, { notes, here, listed }: ShownNotes): DecorationSet {
  const places = notePlaces(doc, notes);
  return DecorationSet.create(
    doc,
    notes.flatMap(({ id, kind, blocking, status }) => {
      const place = places.get(id);
      if (!place || (status === "resolved" && id !== here)) return [];
      const look = { class: ["note", blocking && "stops", id === here && "here"].filter(Boolean).join(" "), ...(listed.has(id) ? { "aria-details": `note-${id}` } : {}) };
      return [kind === "text" ? Decoration.inline(place.from, place.to, { nodeName: "mark", ...look }) : Decoration.node(place.from, place.to, look)];
    }),
  );
}

/** Which words have notes, by what the threads say: nothing of it is written into the document. */
export function drawNotes(transaction: Transaction, before: DrawnNotes | null): DrawnNotes | null {
  const shown = transaction.getMeta(noteSlotKey) as ShownNotes | undefined;
  const drawn = before as Drawn | null;
  if (shown) return { ...shown, set: draw(transaction.doc, shown) } as Drawn;
  if (!drawn || !transaction.docChanged || drawn.notes.length === 0) return drawn;
  // What comes by the line replaces more than it changes, so that nothing can be followed there; what is pasted or moved brings marks of its own.
  return { ...drawn, set: transaction.getMeta("y-sync$") || transaction.getMeta("uiEvent") ? draw(transaction.doc, drawn) : drawn.set.map(transaction.mapping, transaction.doc) } as Drawn;
}

/** The note on words at a place; of several the one that begins last. Null where there is none, or where it is resolved. */
export function noteAt(state: EditorState, at: number): string | null {
  const { notes } = (noteSlotKey.getState(state) as Drawn | null) ?? { notes: [] };
  const open = new Set(notes.filter(({ kind, status }) => kind === "text" && status !== "resolved").map(({ id }) => id));
  return [...notePlaces(state.doc, notes)].findLast(([thread, { from, to }]) => open.has(thread) && from <= at && to >= at)?.[0] ?? null;
}

/** Draws these notes in the text. */
export function showNotes(editor: Editor, shown: ShownNotes): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(noteSlotKey, shown).setMeta("addToHistory", false));
}
