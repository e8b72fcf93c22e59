import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { notePlaces } from "@/components/desk/editor/notes/note-places";
import type { NoteView } from "@/lib/notes/views";

/** The notes that are shown, the one that is looked at, and those whose threads stand on the page now. */
export type ShownNotes = { notes: readonly NoteView[]; here: string | null; listed: ReadonlySet<string> };

type Drawn = ShownNotes & { set: DecorationSet };

const key = new PluginKey<Drawn>("notes");
const nothing: Drawn = { notes: [], here: null, listed: new Set(), set: DecorationSet.empty };

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

/** Shows which words have notes, by what the threads say: nothing of it is written into the document. */
export function noteMarks(pressed: (thread: string) => void): Plugin {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => nothing,
      apply(transaction, drawn) {
        const shown = transaction.getMeta(key) as ShownNotes | undefined;
        if (shown) return { ...shown, set: draw(transaction.doc, shown) };
        if (!transaction.docChanged || drawn.notes.length === 0) return drawn;
        // What comes by the line replaces more than it changes, so that nothing can be followed there.
        return { ...drawn, set: transaction.getMeta("y-sync$") ? draw(transaction.doc, drawn) : drawn.set.map(transaction.mapping, transaction.doc) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.set,
      handleClick(view, at) {
        const { notes } = key.getState(view.state) ?? nothing;
        const places = notePlaces(view.state.doc, notes);
        const [under] = notes.filter(({ id, kind, status }) => kind === "text" && status !== "resolved" && (places.get(id)?.from ?? Infinity) <= at && (places.get(id)?.to ?? -1) >= at).toReversed();
        if (under) pressed(under.id);
        return false;
      },
    },
  });
}

/** Draws these notes in the text. */
export function showNotes(editor: Editor, shown: ShownNotes): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta("addToHistory", false));
}

export const noteMarksKey = key;
