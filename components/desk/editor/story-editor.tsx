"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { BarHeadline } from "@/components/desk/editor/bar-headline";
import { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
import { BodyEditor } from "@/components/desk/editor/body-editor";
import { BodyTools, closedDoor } from "@/components/desk/editor/body-tools";
import { Bylines } from "@/components/desk/editor/bylines";
import { Checks } from "@/components/desk/editor/checks-panel";
import { StoryConnection } from "@/components/desk/editor/connection";
import { LeadPicture } from "@/components/desk/editor/lead-picture/lead-picture";
import { ReceiptStrip } from "@/components/desk/editor/paste/receipt-strip";
import { spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { PublishPanel } from "@/components/desk/editor/publish-panel";
import { SaveStateLine } from "@/components/desk/editor/save-state";
import { SentBack } from "@/components/desk/editor/sent-back";
import { useConnection, useShared } from "@/components/desk/editor/shared";
import { StoryPanel } from "@/components/desk/editor/story-panel";
import { useStoryState } from "@/components/desk/editor/story-state";
import { TextLine } from "@/components/desk/editor/text-line";
import { Toolbar } from "@/components/desk/editor/toolbar";
import { Icon } from "@/components/desk/icon";
import { Status } from "@/components/desk/status";
import { Who } from "@/components/desk/who";
import { type Language, languages } from "@/db/vocabulary";
import type { CheckPlace } from "@/lib/articles/checks";
import type { StoryState } from "@/lib/articles/desk-views";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";
import { isUnwritten } from "@/lib/articles/unwritten";
import { fieldLimits } from "@/lib/content/document";
import { countWords } from "@/lib/kernel/text";

type Props = { initial: StoryState; surroundings: EditorSurroundings };
type Panel = "checks" | "story" | "publish";

/** The story's editor: connects, then shows fields, body and panels over the shared document. */
export function StoryEditor({ initial, surroundings }: Props) {
  const [connection, setConnection] = useState<StoryConnection | null>(null);
  useEffect(() => {
    const opened = new StoryConnection(initial.id, initial.epoch);
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.close();
    };
  }, [initial.id, initial.epoch]);
  return connection ? <Connected key={initial.id} connection={connection} initial={initial} surroundings={surroundings} /> : <Opening />;
}

function Opening() {
  return (
    <main className="standalone">
      <p role="status">Opening the story…</p>
    </main>
  );
}

function Connected({ connection, initial, surroundings }: Props & { connection: StoryConnection }) {
  const ready = useConnection(connection, (now) => now.ready);
  const colleagues = useConnection(connection, (now) => now.colleagues);
  const refused = useConnection(connection, (now) => (now.save.kind === "refused" ? now.save.why : null));
  const [panel, setPanel] = useState<Panel>("story");
  const [panelOpen, setPanelOpen] = useState(false);
  /** Whether publishing was asked for since this story was opened. */
  const [asked, setAsked] = useState(false);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const publishButton = useRef<HTMLButtonElement>(null);
  const [door] = useState(closedDoor);
  const settings = connection.doc.getMap<string | null>("settings");
  const language = useShared(settings, () => (settings.get("language") ?? "en") as Language);
  const sectionId = useShared(settings, () => settings.get("sectionId") ?? null);
  const section = surroundings.sections.find((one) => one.id === sectionId);
  const disabled = !ready || refused !== null || !initial.can.edit;
  const dir = languages[language].direction;

  const [state, refresh] = useStoryState(connection, initial);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (connection.unsaved) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [connection]);

  const tell = useCallback((sentence: string) => {
    setKept(sentence);
    setTimeout(() => setKept(null), 8000);
  }, []);
  const tooLarge = useCallback(() => tell("Too long for one story: nothing was added"), [tell]);
  const correctionKept = useCallback(() => tell("A published correction stays as it is: it can be moved, not changed or deleted"), [tell]);

  const keep = useCallback(async () => {
    const answer = await act<{ seq: number | null }>(initial.id, "keep", { label: "" });
    setKept("value" in answer ? (answer.value.seq ? `Kept as version ${answer.value.seq}` : "Nothing changed since the last version") : answer.failure.message);
    setTimeout(() => setKept(null), 4000);
  }, [initial.id]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      void keep();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keep]);

  const jump = useCallback(
    (place: CheckPlace) => {
      if ("blockId" in place) {
        editor?.state.doc.descendants((node, at) => {
          if (node.attrs.id === place.blockId) editor.chain().focus(at + 1).scrollIntoView().run();
          return node.attrs.id !== place.blockId;
        });
        return;
      }
      if (place.field === "body") return void editor?.commands.focus("start");
      const names: Record<string, string> = { headline: "Headline", standfirst: "Standfirst", slug: "Slug", section: "Section", frontHeadline: "Shorter, for fronts", searchHeadline: "Shorter, for search", socialHeadline: "Shorter, for social cards", "lead.alt": "Alt text", "lead.credit": "Credit" };
      if (["section", "slug", "frontHeadline", "searchHeadline", "socialHeadline"].includes(place.field)) {
        setPanel("story");
        setPanelOpen(true);
      }
      const name = names[place.field];
      setTimeout(() => (name === "Section" ? document.getElementById("section") : document.querySelector<HTMLElement>(`[aria-label="${name}"]`))?.focus(), 50);
    },
    [editor],
  );

  const openPanel = (next: Panel) => {
    if (next === "publish") setAsked(true);
    setPanel(next);
    setPanelOpen(true);
    void refresh();
  };
  const closePublish = () => {
    setPanel("story");
    setPanelOpen(false);
    publishButton.current?.focus();
  };
  const focusLine = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
  const untouched = !asked && isUnwritten(state.checks);
  const stops = untouched ? 0 : state.checks.filter((check) => check.level === "stop").length;

  return (
    <div className="editor" data-section={section?.accent}>
      <header className="bar">
        <div className="where">
          <a className="btn plain" href="/desk" aria-label="Back to stories">
            <Icon name="back" />
          </a>
          <Status status={state.status} />
          <BarHeadline connection={connection} committed={initial.headline} />
        </div>
        <SaveStateLine connection={connection} timeZone={surroundings.timeZone} />
        {kept && (
          <span className="quiet" role="status">
            {kept}
          </span>
        )}
        {colleagues.length > 0 && (
          <ul className="here-list" aria-label="In this story">
            {[...new Map(colleagues.map((one) => [one.id, one])).values()].map((one) => (
              <li key={one.id}>
                <Who name={one.name} hand={one.hand} />
              </li>
            ))}
          </ul>
        )}
        <a className="btn plain opt" href={`/desk/articles/${initial.id}/history`}>
          <Icon name="history" />
          History
        </a>
        <a className="btn opt" href={`/desk/articles/${initial.id}/preview`} target="_blank" rel="noopener">
          Preview
        </a>
        <button className="btn opt phone" type="button" onClick={() => (panelOpen && panel === "story" ? setPanelOpen(false) : openPanel("story"))}>
          Story
        </button>
        <button className="btn first" type="button" ref={publishButton} aria-expanded={panel === "publish"} onClick={() => (panel === "publish" ? closePublish() : openPanel("publish"))}>
          Publish
        </button>
      </header>
      <main className="desk-sheet" id="main">
        {editor && !disabled && <Toolbar editor={editor} door={door} story={initial.id} timeZone={surroundings.timeZone} />}
        {editor && <ReceiptStrip editor={editor} connection={connection} />}
        {state.sentBack && <SentBack sentBack={state.sentBack} timeZone={surroundings.timeZone} />}
        {refused && (
          <div className="sheet">
            <SaveNotice why={refused} />
          </div>
        )}
        <div className="sheet" lang={language} aria-busy={!ready}>
          <TextLine connection={connection} name="kicker" label="Kicker" limit={fieldLimits.kicker} className="kick" dir={dir} disabled={disabled} onEnter={() => focusLine("Headline")} placeholder="Kicker" />
          <TextLine connection={connection} name="headline" label="Headline" limit={fieldLimits.headline} className="headl" dir={dir} disabled={disabled} onEnter={() => focusLine("Standfirst")} placeholder="Headline" />
          <TextLine connection={connection} name="standfirst" label="Standfirst" limit={fieldLimits.standfirst} className="stand" dir={dir} disabled={disabled} onEnter={() => focusLine("Dateline")} placeholder="One sentence that says why it matters" />
          <Bylines connection={connection} people={surroundings.people} disabled={disabled} />
          <LeadPicture connection={connection} disabled={disabled} />
          <TextLine connection={connection} name="dateline" label="Dateline" limit={fieldLimits.dateline} className="datel" dir={dir} disabled={disabled} onEnter={() => editor?.commands.focus("start")} placeholder="Place" />
          <BodyEditor connection={connection} dir={dir} lang={language} editable={!disabled} onEditor={setEditor} onTooLarge={tooLarge} onCorrectionKept={correctionKept} door={door} />
          {editor && !disabled && <BodyTools editor={editor} door={door} story={initial.id} timeZone={surroundings.timeZone} />}
        </div>
      </main>
      <aside className={panelOpen ? "panel open" : "panel"} aria-label="Beside the story">
        <div className="tabs" role="tablist" aria-label="Panels">
          {(
            [
              ["story", "Story"],
              ["checks", stops > 0 ? `Checks: ${stops} to do` : "Checks"],
            ] as const
          ).map(([name, label]) => (
            <button key={name} type="button" role="tab" aria-selected={panel === name} onClick={() => openPanel(name)}>
              {label}
            </button>
          ))}
          <button className="close phone" type="button" onClick={() => (panel === "publish" ? closePublish() : setPanelOpen(false))}>
            Close
          </button>
        </div>
        {editor && !disabled && <BlockSettings editor={editor} />}
        {/* Hidden, not gone: its fields may hold what is not saved yet. */}
        <StoryPanel connection={connection} sections={surroundings.sections} knownTags={surroundings.tags} state={state} disabled={disabled} hidden={panel !== "story"} untouched={untouched} />
        {panel === "checks" && (
          <section className="pane" aria-label="Checks">
            <Checks checks={state.checks} jump={jump} />
          </section>
        )}
        {panel === "publish" && <PublishPanel connection={connection} state={state} timeZone={surroundings.timeZone} close={closePublish} refresh={refresh} jump={jump} />}
      </aside>
      <StatusBar editor={editor} stops={stops} warnings={state.checks.filter((check) => check.level === "warn").length} people={colleagues.length} showChecks={() => openPanel("checks")} />
    </div>
  );
}

function SaveNotice({ why }: { why: string }) {
  return (
    <div className="notice bad" role="alert">
      <b>{why === "reload" ? "Reload to go on." : "This story cannot be edited here now."}</b> What you see can still be copied.{" "}
      <button className="link" type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </div>
  );
}

type StatusProps = { editor: Editor | null; stops: number; warnings: number; people: number; showChecks: () => void };

/** Words and reading time, counted when the typing rests; what stops the story and what is worth a look; who is here. */
function StatusBar({ editor, stops, warnings, people, showChecks }: StatusProps) {
  const words = useWords(editor);
  return (
    <footer className="statusbar">
      <span>
        {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
      </span>
      {words > 0 && <span>{Math.max(1, Math.round(words / 230))} min to read</span>}
      {stops > 0 && (
        <button className="link b" type="button" onClick={showChecks}>
          {stops} {stops === 1 ? "stops" : "stop"} publishing
        </button>
      )}
      {warnings > 0 && (
        <button className="link w" type="button" onClick={showChecks}>
          {warnings} {warnings === 1 ? "warning" : "warnings"}
        </button>
      )}
      <span className="push">{people === 0 ? "Only you here" : `${people + 1} people here`}</span>
      <span>{spokenKeys("Mod-/")} for keys</span>
    </footer>
  );
}

function useWords(editor: Editor | null): number {
  const [words, setWords] = useState(0);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => setWords(countWords(editor.state.doc.textBetween(0, editor.state.doc.content.size, "\n", " ")));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(count, 500);
    };
    count();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);
  return words;
}
