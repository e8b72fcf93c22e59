import { type Editor, Extension } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type MatchOptions, matchesIn } from "@/lib/content/matches";

export type Search = { query: string } & MatchOptions;
/** What is searched, where it stands in the document, and which of these places is looked at. */
export type Found = { search: Search; places: readonly { from: number; to: number }[]; at: number };

const key = new PluginKey<Found>("find");
const nothing: Found = { search: { query: "", matchCase: false, wholeWord: false, matchAccents: false }, places: [], at: -1 };

/** Everywhere in the story's text, captions, boxes, tables and the stash too; not in corrections, which stay as they are. */
function placesOf(doc: ProseMirrorNode, search: Search): Found["places"] {
  if (search.query === "") return [];
  const places: { from: number; to: number }[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    if (node.type.name === "correctionNote") return false;
    const text = node.textBetween(0, node.content.size, undefined, "\u{fffc}");
    for (const { start, end } of matchesIn(text, search.query, search)) places.push({ from: at + 1 + start, to: at + 1 + end });
    return false;
  });
  return places;
}

export const foundIn = (editor: Editor): Found => key.getState(editor.state) ?? nothing;

/** Shows what is searched; while nothing is, it costs nothing. */
export const findInText = Extension.create({
  name: "findInText",
  addProseMirrorPlugins() {
    return [
      new Plugin<Found>({
        key,
        state: {
          init: () => nothing,
          apply(transaction, found) {
            const told = transaction.getMeta(key) as Partial<Found> | undefined;
            if (!told && (!transaction.docChanged || found.search.query === "")) return found;
            const search = told?.search ?? found.search;
            const places = placesOf(transaction.doc, search);
            const at = told?.at ?? found.at;
            return { search, places, at: places.length === 0 ? -1 : Math.min(Math.max(at, 0), places.length - 1) };
          },
        },
        props: {
          decorations(state) {
            const found = key.getState(state);
            if (!found || found.places.length === 0) return DecorationSet.empty;
            return DecorationSet.create(state.doc, found.places.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === found.at ? "found here" : "found" })));
          },
        },
      }),
    ];
  },
});

/** Searches, beginning at the caret. */
export function searchFor(editor: Editor, search: Search): void {
  const caret = editor.state.selection.from;
  const places = placesOf(editor.state.doc, search);
  editor.view.dispatch(editor.state.tr.setMeta(key, { search, at: nextFrom(places, caret) }));
  show(editor);
}

/** Goes to the next or the previous place, round at the ends. */
export function stepThrough(editor: Editor, by: 1 | -1): void {
  const { places, at } = foundIn(editor);
  if (places.length === 0) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, { at: (at + by + places.length) % places.length }));
  show(editor);
}

/** Puts other words in the place that is looked at, and goes to the next. The marks of the old words stay. */
export function replaceHere(editor: Editor, words: string): boolean {
  const { search, places, at } = foundIn(editor);
  const place = places[at];
  if (!place) return false;
  const change = replaced(editor.state, [place], words);
  editor.view.dispatch(change.setMeta(key, { at: nextFrom(placesOf(change.doc, search), place.from + words.length) }));
  show(editor);
  return true;
}

/** The first place from here on, else the first of all: what was just put in is not looked at again, even where it holds what is searched. */
export const nextFrom = (places: Found["places"], from: number): number => Math.max(0, places.findIndex((place) => place.from >= from));

/** Puts other words in every place, as one step that one undo takes back. Returns how many. */
export function replaceEverywhere(editor: Editor, words: string): number {
  const { places } = foundIn(editor);
  if (places.length > 0) editor.view.dispatch(replaced(editor.state, places, words));
  return places.length;
}

function replaced({ tr, schema, doc }: EditorState, places: Found["places"], words: string) {
  for (const { from, to } of [...places].reverse()) {
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? [];
    if (words === "") tr.delete(from, to);
    else tr.replaceWith(from, to, schema.text(words, marks));
  }
  return tr;
}

/** Ends the search and chooses the place that was looked at last. */
export function endSearch(editor: Editor): void {
  const { places, at } = foundIn(editor);
  const place = places[at];
  const transaction = editor.state.tr.setMeta(key, nothing);
  if (place) transaction.setSelection(TextSelection.create(transaction.doc, place.from, place.to));
  editor.view.dispatch(transaction);
  editor.commands.focus();
}

function show(editor: Editor): void {
  requestAnimationFrame(() => editor.view.dom.querySelector(".found.here")?.scrollIntoView({ block: "center" }));
}
