"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { chosen } from "@/components/desk/editor/blocks/go-to-block";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { noteKeys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { type BlockNotes, NoteCounts } from "@/components/desk/editor/notes/note-counts";
import { noteClipboard } from "@/components/desk/editor/notes/note-clipboard";
import { drawNotes, noteAt, showNotes } from "@/components/desk/editor/notes/note-marks";
import { anchorHere, blockHere, chosenWords, type NewAnchor, type NotePlace, notePlaces } from "@/components/desk/editor/notes/note-places";
import { notesInText } from "@/components/desk/editor/notes/note-slot";
import { asInput, NewNote } from "@/components/desk/editor/notes/new-note";
import { OneNote } from "@/components/desk/editor/notes/one-note";
import { useNoteKeys } from "@/components/desk/editor/notes/use-note-keys";
import { useNotes } from "@/components/desk/editor/notes/use-notes";
import type { CheckPlace } from "@/lib/articles/checks";
import { threadsRead } from "@/lib/content/note-mark";
import type { NoteView } from "@/lib/notes/views";

const filters = { open: "Open", mine: "Mine", blocking: "Blocking", all: "All" } as const;
type Filter = keyof typeof filters;

const fits: Record<Filter, (note: NoteView) => boolean> = {
  open: (note) => note.status !== "resolved",
  mine: (note) => note.status !== "resolved" && note.mine,
  blocking: (note) => note.status !== "resolved" && note.blocking,
  all: () => true,
};

export type NotesPanelProps = {
  connection: StoryConnection;
  editor: Editor;
  articleId: string;
  timeZone: string;
  me: string;
  disabled: boolean;
  isShown: boolean;
  /** How often somebody asked to write a note, and whether it was one that suggests other words. */
  asked: { times: number; suggests: boolean };
  /** Shows this panel. */
  open: () => void;
  /** Where the panel lies over the text: puts it away. */
  close: () => void;
  jump: (place: CheckPlace) => void;
};

/** The newsroom's notes on a story: drawn in the text and counted beside it while this is loaded, listed in reading order while its tab is open. */
export function NotesPanel({ connection, editor, articleId, timeZone, me, disabled, isShown, asked, open, close, jump }: NotesPanelProps) {
  const { story, lost, refresh, send } = useNotes(connection, articleId);
  const [filter, setFilter] = useState<Filter>("open");
  const [here, setHere] = useState<string | null>(null);
  const [draft, setDraft] = useState<NewAnchor | null>(null);
  /** How often other words were asked for; less than nothing where the note at hand was begun without. */
  const [suggests, setSuggests] = useState(0);
  const [said, setSaid] = useState("");
  const notes = useMemo(() => story?.notes ?? [], [story]);
  const id = useId();

  // Said once more, the same words are said again.
  const say = useCallback((words: string) => {
    setSaid("");
    setTimeout(() => setSaid(words), 60);
  }, []);

  useEffect(() => {
    notesInText.late = {
      draw: drawNotes,
      ...noteClipboard(),
      press({ state }, at) {
        const thread = noteAt(state, at);
        if (!thread) return;
        setHere(thread);
        requestAnimationFrame(() => document.getElementById(`note-${thread}`)?.scrollIntoView({ block: "nearest" }));
      },
    };
    return () => void delete notesInText.late;
  }, []);
  useEffect(() => {
    for (const note of notes) threadsRead.add(note.id);
  }, [notes]);
  const fitting = useMemo(() => notes.filter(fits[filter]), [notes, filter]);
  useEffect(() => showNotes(editor, { notes, here, listed: new Set(isShown ? fitting.map((note) => note.id) : []) }), [editor, notes, here, isShown, fitting]);

  // Which notes stand where is asked after each transaction, and drawn only when it is otherwise.
  const shown = useRef(notes);
  shown.current = notes;
  const standing = useEditorPart(
    editor,
    (now) => [...notePlaces(now.state.doc, shown.current)].map(([thread, { block }]) => [thread, block] as const),
    (left, right) => JSON.stringify(left) === JSON.stringify(right),
  );
  const order = useMemo(() => new Map(standing.map(([thread], at) => [thread, at])), [standing]);
  const blocks = useMemo(() => notesByBlock(notes, standing), [notes, standing]);

  // What was new when the tab was opened is called so until it is closed.
  const news = useRef(new Set<string>());
  useEffect(() => {
    if (!isShown) news.current.clear();
    if (!isShown || disabled) return;
    const fresh = notes.filter((note) => note.fresh).map((note) => note.id);
    for (const one of fresh) news.current.add(one);
    if (fresh.length > 0) void send("see-notes", { noteIds: fresh });
  }, [isShown, disabled, notes, send]);

  // What others say while one is here is said, politely, by whom and not what.
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!story) return;
    const messages = story.notes.flatMap((note) => note.messages);
    const others = messages.filter((message) => known.current !== null && !known.current.has(message.id) && message.by.id !== me);
    known.current = new Set(messages.map((message) => message.id));
    const names = [...new Set(others.map((message) => message.by.name))];
    if (names.length > 0) say(`${names.join(" and ")} wrote in the notes`);
  }, [story, me, say]);

  const placesNow = useCallback((): Map<string, NotePlace> => notePlaces(editor.state.doc, shown.current), [editor]);
  // A note may be here before its mark has come by the line: only what has stood in the text, or what the server misses, has lost its place.
  const stood = useRef(new Set<string>());
  for (const [thread] of standing) stood.current.add(thread);
  const isNowhere = (note: NoteView) => (note.kind === "text" || note.kind === "block") && !order.has(note.id);
  const isGone = (note: NoteView) => isNowhere(note) && (note.status === "orphaned" || stood.current.has(note.id));

  const goTo = useCallback(
    (note: NoteView, focus: boolean) => {
      setHere(note.id);
      if (note.kind === "field" && note.field) return jump({ field: note.field === "sectionId" ? "section" : note.field });
      const place = placesNow().get(note.id);
      if (!place) return;
      if (focus) close();
      const { tr } = editor.state;
      editor.view.dispatch(note.kind === "text" ? tr.setSelection(TextSelection.create(tr.doc, place.from)) : chosen(editor.state, tr, place.from));
      const drawn = editor.view.domAtPos(place.from + (note.kind === "text" ? 1 : 0)).node;
      (drawn instanceof Element ? drawn : drawn.parentElement)?.scrollIntoView({ block: "center" });
      if (focus) editor.view.focus();
    },
    [editor, close, jump, placesNow],
  );

  const begin = useCallback((suggesting: boolean) => {
    const field = connection.provider.awareness?.getLocalState()?.field as string | null | undefined;
    const caret = editor.state.selection;
    const under = field === "body" && caret.empty ? [...placesNow()].find(([, place]) => place.from <= caret.from && place.to >= caret.from)?.[0] : undefined;
    const thread = under && shown.current.find((note) => note.id === under && note.kind === "text" && note.status !== "resolved");
    flushSync(() => {
      open();
      setSuggests((times) => (suggesting ? Math.abs(times) + 1 : -Math.abs(times)));
      if (thread) setHere(thread.id);
      else setDraft(anchorHere(editor.state, field));
    });
    // With the caret in noted words their note is meant, and not one more.
    if (thread) document.getElementById(`note-${thread.id}`)?.focus();
    else {
      // The words that are suggested stand behind the note itself.
      const areas = [...document.querySelectorAll<HTMLTextAreaElement>("#new-note textarea")];
      const area = suggesting ? areas.at(-1) : areas[0];
      area?.focus();
      if (suggesting) area?.select();
    }
  }, [connection, editor, open, placesNow]);

  // A note that was just added gets the focus once it stands in the list.
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    const card = toFocus.current && document.getElementById(`note-${toFocus.current}`);
    if (!card) return;
    toFocus.current = null;
    card.focus();
  });

  const begun = useRef(0);
  useEffect(() => {
    if (asked.times <= begun.current || disabled) return;
    begun.current = asked.times;
    // Not within React's own drawing.
    const soon = setTimeout(() => begin(asked.suggests));
    return () => clearTimeout(soon);
  }, [asked, begin, disabled]);

  useNoteKeys({ editor, shown, here, placesNow, goTo, say });

  const showBlock = (block: string) => {
    const first = standing.find(([thread, of]) => of === block && notes.some((note) => note.id === thread && note.status !== "resolved"))?.[0];
    flushSync(() => {
      open();
      setFilter("open");
      setHere(first ?? null);
    });
    const card = first ? document.getElementById(`note-${first}`) : null;
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };

  const rank = (note: NoteView) => (note.kind === "story" ? -2 : note.kind === "field" ? -1 : (order.get(note.id) ?? Number.MAX_SAFE_INTEGER));
  const lostPlace = fitting.filter((note) => isGone(note) && note.status !== "resolved");
  const inOrder = fitting.filter((note) => !lostPlace.includes(note)).sort((one, other) => rank(one) - rank(other));
  const list = (some: readonly NoteView[]) => (
    <ol>
      {some.map((note) => (
        <li key={note.id}>
          <OneNote
            note={{ ...note, fresh: note.fresh || news.current.has(note.id), status: isGone(note) && note.status === "open" ? "orphaned" : note.status }}
            isHere={note.id === here}
            disabled={disabled}
            colleagues={story?.colleagues ?? []}
            timeZone={timeZone}
            me={me}
            send={send}
            say={say}
            goTo={isNowhere(note) || note.kind === "story" ? null : () => goTo(note, true)}
            attachHere={async () => {
              const anchor = chosenWords(editor.state) ?? blockHere(editor.state);
              const answer = anchor && (await send("move-note", { noteId: note.id, anchor: asInput(anchor) }));
              say(!answer ? "Choose words in the text first." : "value" in answer ? "The note is attached there." : answer.failure.message);
            }}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <NoteCounts editor={editor} blocks={blocks} show={showBlock} />
      {/* Beside the text: in a tab that is closed nobody would hear it. */}
      {editor.view.dom.parentElement &&
        createPortal(
          <p className="hidden" role="status" lang="en">
            {said}
          </p>,
          editor.view.dom.parentElement,
        )}
      {isShown && (
        <section className="pane notes-pane" aria-label="Notes">
          {!disabled && !draft && (
            <p className="pick">
              <button className="btn" type="button" title={`Add a note (${spokenKeys(noteKeys)})`} onClick={() => begin(false)}>
                Add a note
              </button>
            </p>
          )}
          {draft && !disabled && (
            <NewNote
              editor={editor}
              suggests={suggests}
              draft={draft}
              choose={setDraft}
              colleagues={story?.colleagues ?? []}
              cancel={() => {
                flushSync(() => setDraft(null));
                editor.view.focus();
              }}
              send={async (input) => {
                const answer = await send("add-note", input);
                if (!("value" in answer)) return answer.failure.message;
                setDraft(null);
                setFilter("open");
                setHere(answer.value.id ?? null);
                say("The note is added.");
                toFocus.current = answer.value.id ?? null;
                return null;
              }}
            />
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset with its legend would say no more. */}
          <div className="pick" role="group" aria-label="Which notes">
            {(Object.keys(filters) as Filter[]).map((name) => (
              <button key={name} className="btn" type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
                {filters[name]} ({notes.filter(fits[name]).length})
              </button>
            ))}
          </div>
          {!story && !lost && <p className="quiet">Reading the notes…</p>}
          {lost && (
            <p role="alert">
              The notes cannot be read just now.{" "}
              <button className="link" type="button" onClick={() => void refresh()}>
                Try again
              </button>
            </p>
          )}
          {story && fitting.length === 0 && <p className="quiet">{notes.length === 0 ? "No notes yet. Choose words in the text and add one: colleagues see it at once, readers never." : "None of these."}</p>}
          {lostPlace.length > 0 && (
            <section aria-labelledby={`${id}-lost`}>
              <h2 id={`${id}-lost`}>Lost their place ({lostPlace.length})</h2>
              {list(lostPlace)}
            </section>
          )}
          {list(inOrder)}
        </section>
      )}
    </>
  );
}

function notesByBlock(notes: readonly NoteView[], standing: readonly (readonly [string, string | null])[]): BlockNotes[] {
  const counted = new Map<string, BlockNotes>();
  for (const [thread, block] of standing) {
    const note = notes.find(({ id }) => id === thread);
    if (!block || !note || note.status === "resolved") continue;
    const known = counted.get(block) ?? { block, count: 0, stops: false };
    counted.set(block, { block, count: known.count + 1, stops: known.stops || note.blocking });
  }
  return [...counted.values()];
}
