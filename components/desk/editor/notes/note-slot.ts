import { Extension } from "@tiptap/core";
import { DOMSerializer, type Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { DecorationSet, EditorView } from "@tiptap/pm/view";

/** What is drawn of notes. */
export type DrawnNotes = { set: DecorationSet };

/** What notes do in the text. */
export type NotesInText = { draw(transaction: Transaction, drawn: DrawnNotes | null): DrawnNotes | null; press(view: EditorView, at: number): void; taken(view: EditorView, how: "cut" | "copy"): void; pasted(slice: Slice, view: EditorView): Slice };

/** Empty until the notes are here. */
export const notesInText: { late?: NotesInText } = {};

export const noteSlotKey = new PluginKey<DrawnNotes | null>("notes");

/** The place that notes take once they come: a plugin that is added later would have the shared text drawn anew, under the caret of whoever is typing. */
export const noteSlot = Extension.create({
  name: "noteSlot",
  addProseMirrorPlugins() {
    const { nodes, marks } = DOMSerializer.fromSchema(this.editor.schema);
    const { note: _, ...others } = marks;
    return [new Plugin<DrawnNotes | null>({
      key: noteSlotKey,
      state: { init: () => null, apply: (transaction, drawn) => notesInText.late?.draw(transaction, drawn) ?? null },
      props: {
        // What is copied may be pasted anywhere: it says of no word that the newsroom has spoken of it.
        clipboardSerializer: new DOMSerializer(nodes, others),
        decorations: (state) => noteSlotKey.getState(state)?.set,
        handleClick: (view, at) => notesInText.late?.press(view, at),
        handleDOMEvents: { cut: (view) => notesInText.late?.taken(view, "cut"), copy: (view) => notesInText.late?.taken(view, "copy") },
        transformPasted: (slice, view) => notesInText.late?.pasted(slice, view) ?? slice,
      },
    })];
  },
});
