"use client";

import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { act } from "@/components/desk/editor/api";
import { BarHeadline } from "@/components/desk/editor/bar-headline";
import { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
import { goToBlock } from "@/components/desk/editor/blocks/go-to-block";
import { BodyEditor } from "@/components/desk/editor/body-editor";
import { BodyTools, closedDoor } from "@/components/desk/editor/body-tools";
import { Bylines } from "@/components/desk/editor/bylines";
import { Checks } from "@/components/desk/editor/checks/checks-panel";
import { LinkCheck, useLinkCheck } from "@/components/desk/editor/checks/link-check";
import { performRepair } from "@/components/desk/editor/checks/perform-repair";
import { goTo, isBeside } from "@/components/desk/editor/checks/places";
import { StoryConnection } from "@/components/desk/editor/connection";
import { FocusBar } from "@/components/desk/editor/focus-mode/focus-bar";
import { useFocusMode } from "@/components/desk/editor/focus-mode/focus-mode";
import { LeadPicture } from "@/components/desk/editor/lead-picture/lead-picture";
import { ReceiptStrip } from "@/components/desk/editor/paste/receipt-strip";
import { spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { OutlinePanel } from "@/components/desk/editor/outline/outline-panel";
import { PreviewPane } from "@/components/desk/editor/preview/preview-pane";
import { PublishPanel } from "@/components/desk/editor/publish-panel";
import { SaveStateLine } from "@/components/desk/editor/save-state";
import { SentBack } from "@/components/desk/editor/sent-back";
import { useConnection, useShared } from "@/components/desk/editor/shared";
import { StatusBar } from "@/components/desk/editor/status-bar";
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
import { placeOfRepair, type Repair } from "@/lib/articles/repair";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";
import { isUnwritten } from "@/lib/articles/unwritten";
import { fieldLimits } from "@/lib/content/document";

type Props = { initial: StoryState; surroundings: EditorSurroundings };
type Panel = "checks" | "story" | "outline" | "publish";

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
  const [previewing, setPreviewing] = useState(false);
  const focus = useFocusMode(
    editor,
    useCallback(() => setPreviewing(false), []),
  );
  const saidUntil = useRef<ReturnType<typeof setTimeout>>(undefined);
  const publishButton = useRef<HTMLButtonElement>(null);
  const previewButton = useRef<HTMLButtonElement>(null);
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

  const say = useCallback((words: string, milliseconds: number) => {
    clearTimeout(saidUntil.current);
    setKept(words);
    saidUntil.current = setTimeout(() => setKept(null), milliseconds);
  }, []);
  const tooLarge = useCallback(() => say("Too long for one story: nothing was added", 8000), [say]);
  const correctionKept = useCallback(() => say("A published correction stays as it is: it can be moved, not changed or deleted", 8000), [say]);

  const keep = useCallback(async () => {
    const answer = await act<{ seq: number | null }>(initial.id, "keep", { label: "" });
    say("value" in answer ? (answer.value.seq ? `Kept as version ${answer.value.seq}` : "Nothing changed since the last version") : answer.failure.message, 4000);
  }, [initial.id, say]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      void keep();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keep]);

  const showField = useCallback((place: CheckPlace) => {
    if (isBeside(place)) setPanel("story");
    // Where the panel lies over the text, it makes room for what is shown there.
    setPanelOpen(isBeside(place));
  }, []);
  const jump = useCallback(
    (place: CheckPlace) => {
      flushSync(() => showField(place));
      goTo(place, editor);
    },
    [editor, showField],
  );
  const repair = useCallback(
    (one: Repair) => {
      if (!editor) return;
      const done = performRepair(one, editor, (field) => showField({ field }));
      // Where the panel lies over the text, it makes room for what was done there.
      if (done && "blockId" in placeOfRepair(one)) setPanelOpen(false);
      say(done ? `Done. ${spokenKeys("Mod-z")} takes it back` : "The text has changed there: look again in a moment", done ? 5000 : 8000);
    },
    [editor, showField, say],
  );
  const [linkCheck, askLinks] = useLinkCheck(initial.id);

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
  const preview = () => {
    setPanelOpen(false);
    setPreviewing(true);
  };
  const closePreview = () => {
    flushSync(() => setPreviewing(false));
    previewButton.current?.focus();
  };
  const focusLine = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
  const untouched = !asked && isUnwritten(state.checks);
  // What was found dead is told until it is gone from the text.
  const deadLinks = linkCheck.kind === "asked" && panel === "checks" && editor ? linkCheck.found.dead.filter(({ href }) => leadsTo(editor.state.doc, href)).map(({ check }) => check) : [];
  const stops = untouched ? 0 : state.checks.filter((check) => check.level === "stop").length;

  return (
    <div className={["editor", previewing && "previewing", focus.on && "focused", focus.on && focus.dims && "dimmed"].filter(Boolean).join(" ")} data-section={section?.accent}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the page's own banner; its name tells it from the one in the preview. */}
      <header className="bar" aria-label="Desk">
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
        {focus.on && <FocusBar dims={focus.dims} dim={focus.dim} leave={focus.leave} />}
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
        <button className="btn opt" type="button" ref={previewButton} aria-expanded={previewing} onClick={() => (previewing ? closePreview() : preview())}>
          <Icon name="beside" />
          <span className="named">Preview beside</span>
        </button>
        <button className="btn plain opt" type="button" title={`Focus on the text (${spokenKeys("Mod-Shift-.")})`} onClick={focus.enter}>
          <Icon name="focus" />
          <span className="named">Focus</span>
        </button>
        <button className="btn opt phone" type="button" onClick={() => (panelOpen && panel === "story" ? setPanelOpen(false) : openPanel("story"))}>
          Story
        </button>
        <button className="btn first" type="button" ref={publishButton} aria-expanded={panel === "publish"} onClick={() => (panel === "publish" ? closePublish() : openPanel("publish"))}>
          Publish
        </button>
      </header>
      <main className="desk-sheet" id="main" aria-label="Writing">
        {editor && !disabled && <Toolbar editor={editor} door={door} story={initial.id} timeZone={surroundings.timeZone} />}
        {editor && <ReceiptStrip editor={editor} connection={connection} knownTags={surroundings.tags} />}
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
          <BodyEditor connection={connection} dir={dir} lang={language} editable={!disabled} onEditor={setEditor} onTooLarge={tooLarge} onCorrectionKept={correctionKept} door={door} ownOrigins={surroundings.ownOrigins} />
          {editor && !disabled && <BodyTools editor={editor} door={door} story={initial.id} timeZone={surroundings.timeZone} />}
        </div>
      </main>
      <aside className={panelOpen ? "panel open" : "panel"} aria-label="Beside the story">
        <div className="tabs">
          <div className="tab-list" role="tablist" aria-label="Panels">
            {(
              [
                ["story", "Story"],
                ["checks", stops > 0 ? `Checks: ${stops} to do` : "Checks"],
                ["outline", "Outline"],
              ] as const
            ).map(([name, label]) => (
              <button key={name} type="button" role="tab" aria-selected={panel === name} onClick={() => openPanel(name)}>
                {label}
              </button>
            ))}
          </div>
          <button className="close phone" type="button" onClick={() => (panel === "publish" ? closePublish() : setPanelOpen(false))}>
            Close
          </button>
        </div>
        {editor && !disabled && <BlockSettings editor={editor} />}
        {/* Hidden, not gone: its fields may hold what is not saved yet. */}
        <StoryPanel connection={connection} sections={surroundings.sections} knownTags={surroundings.tags} state={state} disabled={disabled} hidden={panel !== "story"} untouched={untouched} />
        {panel === "checks" && (
          <section className="pane" aria-label="Checks">
            <Checks checks={[...state.checks, ...deadLinks]} jump={jump} repair={repair} under={1} />
            <LinkCheck state={linkCheck} ask={askLinks} />
          </section>
        )}
        {panel === "outline" && editor && (
          <section className="pane" aria-label="Outline">
            <OutlinePanel
              editor={editor}
              goTo={(blockId) => {
                setPanelOpen(false);
                goToBlock(editor, blockId);
              }}
            />
          </section>
        )}
        {panel === "publish" && <PublishPanel connection={connection} state={state} timeZone={surroundings.timeZone} close={closePublish} refresh={refresh} jump={jump} repair={repair} />}
      </aside>
      {previewing && <PreviewPane connection={connection} articleId={initial.id} close={closePreview} />}
      <StatusBar editor={editor} stops={stops} warnings={state.checks.filter((check) => check.level === "warn").length} people={colleagues.length} showChecks={() => openPanel("checks")} />
    </div>
  );
}

function leadsTo(doc: Node, href: string): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= node.attrs.sourceUrl === href || node.marks.some((mark) => mark.attrs.href === href);
    return !found;
  });
  return found;
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
