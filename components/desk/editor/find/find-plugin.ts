import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { chosen } from "@/components/desk/editor/blocks/go-to-block";
import { type FieldTexts, type Hit, hitsIn, nextAfter, type Search, stayAt } from "@/components/desk/editor/find/hits";
import { Replacement } from "@/components/desk/editor/find/replacement";
import { replacing } from "@/components/desk/editor/find/replacing";
import { readFields, watchFields } from "@/components/desk/editor/find/story-fields";
import { applyEdit } from "@/lib/content/line-edit";
import { storableText } from "@/lib/kernel/text";

/** What is searched, where in the story it stands, which of these places is looked at, and what was replaced just now. */
export type Found = { search: Search; fields: FieldTexts; hits: readonly Hit[]; at: number; told: Told | null; /** How often somebody asked to look at a place. */ looked: number };
/** How many places got other words, and how many would have become too long. */
export type Told = { replaced: number; tooLong: number };

const key = new PluginKey<Found>("find");
const nothing: Found = { search: { query: "", matchCase: false, wholeWord: false, matchAccents: false }, fields: { before: [], beside: [] }, hits: [], at: -1, told: null, looked: 0 };

export const foundIn = (editor: Editor): Found => key.getState(editor.state) ?? nothing;

function follow(found: Found, transaction: Transaction): Found {
  const said = transaction.getMeta(key) as Partial<Found> | undefined;
  if (!said && (!transaction.docChanged || found.search.query === "")) return found;
  const { search, fields } = { ...found, ...said };
  const isSame = !transaction.docChanged && search === found.search && fields === found.fields;
  const hits = isSame ? found.hits : hitsIn(transaction.doc, fields, search);
  const at = said?.at ?? stayAt(found.hits, found.at, hits, (place) => transaction.mapping.map(place));
  return { search, fields, hits, at: hits.length === 0 ? -1 : at, told: said?.told ?? null, looked: said?.looked ?? found.looked };
}

/** Shows what is searched; while nothing is, it costs nothing. */
export const findInText = Extension.create({
  name: "findInText",
  addProseMirrorPlugins() {
    return [
      new Plugin<Found>({
        key,
        state: { init: () => nothing, apply: (transaction, found) => follow(found, transaction) },
        props: {
          decorations(state) {
            const found = key.getState(state);
            if (!found || found.hits.length === 0) return DecorationSet.empty;
            const look = (index: number) => ({ nodeName: "mark", ...(index === found.at ? { class: "found here", "aria-current": "true" } : { class: "found" }) });
            return DecorationSet.create(
              state.doc,
              found.hits.flatMap((hit, index) => {
                if (hit.in === "text") return Decoration.inline(hit.from, hit.to, look(index));
                // What its settings hold is shown there; the block says that it holds it.
                const node = hit.in === "line" && index === found.at ? state.doc.nodeAt(hit.at) : null;
                return hit.in === "line" && node ? Decoration.node(hit.at, hit.at + node.nodeSize, { class: "holds-found" }) : [];
              }),
            );
          },
        },
      }),
    ];
  },
});

/** Searches the whole story, beginning where `first` says. */
export function searchFor(editor: Editor, doc: Y.Doc, search: Search, first: (hits: readonly Hit[], fields: FieldTexts) => number): void {
  const fields = readFields(doc);
  lookAt(editor, { search, fields }, first(hitsIn(editor.state.doc, fields, search), fields));
}

/** Keeps what is found in the fields as it is while they are written in; returns what ends it. */
export function followFields(editor: Editor, doc: Y.Doc): () => void {
  let isAsked = false;
  return watchFields(doc, () => {
    if (isAsked) return;
    isAsked = true;
    // Once all of the change is there: it may have reached the body, too.
    queueMicrotask(() => {
      isAsked = false;
      if (editor.isDestroyed || foundIn(editor).search.query === "") return;
      const fields = readFields(doc);
      if (JSON.stringify(fields) !== JSON.stringify(foundIn(editor).fields)) editor.view.dispatch(editor.state.tr.setMeta(key, { fields }));
    });
  });
}

/** Goes to the next or the previous place, round at the ends. */
export function stepThrough(editor: Editor, by: 1 | -1): void {
  const { hits, at } = foundIn(editor);
  if (hits.length > 0) lookAt(editor, {}, (at + by + hits.length) % hits.length);
}

/** Looks at a place. A block whose settings hold it is chosen, so that they are there. */
function lookAt(editor: Editor, change: Partial<Found>, at: number): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { ...change, at, looked: foundIn(editor).looked + 1 }));
  const hit = foundIn(editor).hits[at];
  if (hit?.in === "line") editor.view.dispatch(chosen(editor.state, editor.state.tr, hit.at));
}

/** Puts other words in the place that is looked at, and goes to the next. */
export function replaceHere(editor: Editor, doc: Y.Doc, words: string): void {
  const { hits, at, search } = foundIn(editor);
  const hit = hits[at];
  if (!hit) return;
  const told = replace(editor, doc, [hit], words);
  if (!told) return;
  const fields = readFields(doc);
  const next = told.replaced === 0 ? at : nextAfter(hitsIn(editor.state.doc, fields, search), at, hit, storableText(words).length);
  // One that was replaced needs no words: the next place says it.
  lookAt(editor, { fields, told: told.replaced === 0 ? told : null }, next);
}

/** Puts other words in every place, as one step that one undo takes back. */
export function replaceEverywhere(editor: Editor, doc: Y.Doc, words: string): void {
  const { hits } = foundIn(editor);
  const told = hits.length > 0 && replace(editor, doc, hits, words);
  if (told) editor.view.dispatch(editor.state.tr.setMeta(key, { fields: readFields(doc), at: 0, told }));
}

/** What was done; null where nothing may be changed, or where the story would become too long. */
function replace(editor: Editor, doc: Y.Doc, hits: readonly Hit[], typed: string): Told | null {
  if (!editor.isEditable) return null;
  const words = storableText(typed);
  const { inBody, inFields, replaced, tooLong } = replacing(hits, editor.state.doc, foundIn(editor).fields, words);
  const change = inBody(editor.state.tr);
  const dispatched = () => {
    const before = editor.state.doc;
    if (change.docChanged) editor.view.dispatch(change);
    return !change.docChanged || editor.state.doc !== before;
  };
  const write = () => {
    for (const { field, matches } of inFields) for (const { start, end } of matches.toReversed()) applyEdit(doc.getText(field), { at: start, gone: end - start, added: words });
  };
  const isDone = Replacement.make(editor.view, doc, inFields.map(({ field }) => field), dispatched, write);
  return isDone ? { replaced, tooLong } : null;
}

/** Ends the search. */
export function endSearch(editor: Editor): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, nothing));
}
