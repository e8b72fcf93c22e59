"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { nameOfBlock } from "@/components/desk/editor/blocks/block-names";
import type { Stretch } from "@/components/desk/editor/blocks/place-within";
import { undoFromHere } from "@/components/desk/editor/blocks/undo-from-here";
import { nameOfField } from "@/components/desk/editor/checks/places";
import { endSearch, type Found, followFields, foundIn, replaceEverywhere, replaceHere, searchFor, stepThrough } from "@/components/desk/editor/find/find-plugin";
import type { Hit, Search } from "@/components/desk/editor/find/hits";
import { scrollToFound, showFound } from "@/components/desk/editor/find/show-found";
import type { Begin } from "@/components/desk/editor/find/where-to-begin";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import type { CheckPlace } from "@/lib/articles/checks";
import { lineOfWords } from "@/lib/content/words-within";

type Props = {
  editor: Editor;
  doc: Y.Doc;
  replacing: boolean;
  begin: Begin;
  reveal: (place: CheckPlace) => void;
  jump: (place: CheckPlace, stretch: Stretch) => void;
  close: () => void;
};

const asPlace = (hit: Exclude<Hit, { in: "text" }>): CheckPlace => (hit.in === "field" ? { field: hit.field } : { blockId: hit.blockId, part: { setting: hit.attribute } });

/** Where a place is that stands in no running text: "Headline", "Table: Note under the table". */
function nameOfPlace(hit: Hit | undefined): string {
  if (!hit || hit.in === "text") return "";
  return hit.in === "field" ? nameOfField(hit.field) : `${nameOfBlock(hit.type)}: ${lineOfWords(hit.type, hit.attribute)?.label}`;
}

/** How many there are and which one is looked at; after something was replaced, how many were and how many are left. */
function inWords({ search, hits, at, told }: Found): string {
  const name = nameOfPlace(hits[at]);
  if (told?.replaced === 0 && told.tooLong > 0) return `Not replaced: too long${name && ` for ${name}`}`;
  if (told) return `${told.replaced} replaced, ${hits.length === 0 ? "none" : hits.length} left${told.tooLong > 0 ? `; ${told.tooLong} would be too long` : ""}`;
  if (search.query === "") return "";
  return hits.length === 0 ? "Not in the story" : `${at + 1} of ${hits.length}${name && `, ${name}`}`;
}

/** Find, and where asked replace, in the whole story. Enter goes on, Shift+Enter back, Escape goes to the place that is looked at. */
export function FindBar({ editor, doc, replacing, begin, reveal, jump, close }: Props) {
  const [search, setSearch] = useState<Search>({ query: "", matchCase: false, wholeWord: false, matchAccents: false });
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLFormElement>(null);
  const begun = useRef<Begin | null>(null);
  const seen = useRef(0);
  const found = useEditorPart(editor, foundIn);
  const { hits, at } = found;
  const here = hits[at];

  useEffect(() => {
    if (begin.words !== "") setSearch((before) => ({ ...before, query: begin.words }));
    field.current?.focus({ preventScroll: true });
  }, [begin]);
  useEffect(() => {
    // Once they stand in the field: what is typed then takes the place of the words that were put there.
    if (begun.current === begin || (begin.words !== "" && search.query !== begin.words)) return;
    begun.current = begin;
    field.current?.select();
  }, [begin, search.query]);
  useEffect(() => {
    searchFor(editor, doc, search, begin.first);
  }, [editor, doc, search, begin]);
  useEffect(() => followFields(editor, doc), [editor, doc]);
  useEffect(() => () => endSearch(editor), [editor]);
  // What is brought into sight comes to stand under the bar, however high that is.
  useEffect(() => {
    const story = bar.current?.closest<HTMLElement>(".editor");
    const watch = new ResizeObserver(() => story?.style.setProperty("--find-bar", `${bar.current?.offsetHeight ?? 0}px`));
    if (bar.current) watch.observe(bar.current);
    return () => {
      watch.disconnect();
      story?.style.removeProperty("--find-bar");
    };
  }, []);

  useEffect(() => {
    const isNew = found.looked !== seen.current;
    const place = found.hits[found.at];
    seen.current = found.looked;
    if (isNew && place?.in === "field") reveal(asPlace(place));
    let takeOff = () => {};
    // Drawn by then: the settings of a block that was just chosen, too.
    const drawn = requestAnimationFrame(() => {
      takeOff = showFound(editor);
      if (isNew) scrollToFound(editor);
    });
    return () => {
      cancelAnimationFrame(drawn);
      takeOff();
    };
  }, [editor, found, reveal]);

  const leave = () => {
    endSearch(editor);
    if (here && here.in !== "text") jump(asPlace(here), here);
    if (!here) begin.line?.focus();
    // Also where a field is out of sight, as in focus mode.
    if (here?.in === "text" || bar.current?.contains(document.activeElement)) {
      if (here?.in === "text") editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, here.from, here.to)));
      editor.commands.focus();
    }
    close();
  };
  const option = (name: "matchCase" | "wholeWord" | "matchAccents", label: string) => (
    <label>
      <input type="checkbox" checked={search[name]} onChange={(event) => setSearch({ ...search, [name]: event.target.checked })} /> {label}
    </label>
  );

  return (
    <form
      ref={bar}
      className="find-bar"
      aria-label={replacing ? "Find and replace" : "Find"}
      onSubmit={(event) => {
        event.preventDefault();
        stepThrough(editor, 1);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
        else if (event.key === "Enter" && event.shiftKey) {
          event.preventDefault();
          stepThrough(editor, -1);
        } else undoFromHere(event, editor);
      }}
    >
      <span className="find-row">
        <label htmlFor="find-words">Find</label>
        <input className="input" id="find-words" ref={field} value={search.query} maxLength={200} onChange={(event) => setSearch({ ...search, query: event.target.value })} dir="auto" />
        <button className="btn" type="button" aria-disabled={hits.length === 0} onClick={() => stepThrough(editor, -1)}>
          Previous
        </button>
        <button className="btn" type="submit" aria-disabled={hits.length === 0}>
          Next
        </button>
        <span className="count" role="status">
          {inWords(found)}
        </span>
        <button className="btn plain" type="button" onClick={leave}>
          Close
        </button>
      </span>
      {replacing && (
        <span className="find-row">
          <label htmlFor="replace-words">Replace with</label>
          <input className="input" id="replace-words" value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} dir="auto" />
          <button className="btn" type="button" aria-disabled={hits.length === 0} onClick={() => replaceHere(editor, doc, words)}>
            Replace
          </button>
          <button className="btn" type="button" aria-disabled={hits.length === 0} onClick={() => replaceEverywhere(editor, doc, words)}>
            Replace all
          </button>
        </span>
      )}
      <span className="options">
        {option("matchCase", "Capitals count")}
        {option("wholeWord", "Whole words")}
        {option("matchAccents", "Accents count")}
      </span>
    </form>
  );
}
