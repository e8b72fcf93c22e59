"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { endSearch, type Found, foundIn, replaceEverywhere, replaceHere, type Search, searchFor, stepThrough } from "@/components/desk/editor/find/find-plugin";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";

const sameFound = (left: Found, right: Found) => left.places.length === right.places.length && left.at === right.at;

/** Find, and where asked replace, in the whole text. Enter goes on, Shift+Enter back, Escape returns to the text. */
export function FindBar({ editor, replacing, close }: { editor: Editor; replacing: boolean; close: () => void }) {
  const [search, setSearch] = useState<Search>({ query: "", matchCase: false, wholeWord: false, matchAccents: false });
  const [words, setWords] = useState("");
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const found = useEditorPart(editor, foundIn, sameFound);

  useEffect(() => {
    const { from, to } = editor.state.selection;
    const chosen = editor.state.doc.textBetween(from, to, " ");
    if (chosen !== "" && chosen.length <= 80) setSearch((before) => ({ ...before, query: chosen }));
    field.current?.focus({ preventScroll: true });
  }, [editor]);
  useEffect(() => {
    setSaid("");
    searchFor(editor, search);
  }, [editor, search]);
  useEffect(() => () => endSearch(editor), [editor]);

  const count = search.query === "" ? "" : found.places.length === 0 ? "Not in the text" : `${found.at + 1} of ${found.places.length}`;
  const option = (name: "matchCase" | "wholeWord" | "matchAccents", label: string) => (
    <label>
      <input type="checkbox" checked={search[name]} onChange={(event) => setSearch({ ...search, [name]: event.target.checked })} /> {label}
    </label>
  );

  return (
    <form
      className="find-bar"
      aria-label={replacing ? "Find and replace" : "Find"}
      onSubmit={(event) => {
        event.preventDefault();
        stepThrough(editor, 1);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        else if (event.key === "Enter" && event.shiftKey) {
          event.preventDefault();
          stepThrough(editor, -1);
        }
      }}
    >
      <label htmlFor="find-words">Find</label>
      <input className="input" id="find-words" ref={field} value={search.query} maxLength={200} onChange={(event) => setSearch({ ...search, query: event.target.value })} dir="auto" />
      <span className="count" role="status">
        {said || count}
      </span>
      <button className="btn" type="button" disabled={found.places.length === 0} onClick={() => stepThrough(editor, -1)}>
        Previous
      </button>
      <button className="btn" type="submit" disabled={found.places.length === 0}>
        Next
      </button>
      {replacing && (
        <>
          <label htmlFor="replace-words">Replace with</label>
          <input className="input" id="replace-words" value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} dir="auto" />
          <button className="btn" type="button" disabled={found.places.length === 0} onClick={() => replaceHere(editor, words)}>
            Replace
          </button>
          <button
            className="btn"
            type="button"
            disabled={found.places.length === 0}
            onClick={() => {
              const number = replaceEverywhere(editor, words);
              setSaid(`${number} replaced`);
            }}
          >
            Replace all
          </button>
        </>
      )}
      <span className="options">
        {option("matchCase", "Capitals count")}
        {option("wholeWord", "Whole words")}
        {option("matchAccents", "Accents count")}
      </span>
      <button className="btn plain" type="button" onClick={close}>
        Close
      </button>
    </form>
  );
}
