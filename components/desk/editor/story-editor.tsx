"use client";

import type { Editor } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { Placeholder } from "@tiptap/extensions/placeholder";
import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { act } from "@/components/desk/editor/api";
import type { Stretch } from "@/components/desk/editor/blocks/place-within";
import { useDeletedNotice } from "@/components/desk/editor/blocks/deleted-notice";
import { caretInTime, takeOverCaret } from "@/components/desk/editor/caret";
import { focusInTime } from "@/components/desk/editor/focus-in-time";
import { growing } from "@/components/desk/editor/growing";
import { editorKeys } from "@/components/desk/editor/keys";
import { leaveText } from "@/components/desk/editor/leave-text";
import { putIn } from "@/components/desk/editor/menus/put-in";
import { markTools, putMark } from "@/components/desk/editor/menus/put-mark";
import { StyleChoice, styleLabel } from "@/components/desk/editor/menus/style-choice";
import { kindOfText, placeOf, refusalAt, refusalOfMark, textHere } from "@/components/desk/editor/menus/where-it-fits";
import { SharedLine } from "@/components/desk/editor/shared-line";
import { smartTypography } from "@/components/desk/editor/typography";
import { undoSteps } from "@/components/desk/editor/undo-steps";
import { bodySize } from "@/lib/content/body-size";
import { storableBlocks } from "@/lib/content/storable-blocks";
import { BodyEditor } from "@/components/desk/editor/body-editor";
import { BodyTools, closedDoor } from "@/components/desk/editor/body-tools";
import { Bylines } from "@/components/desk/editor/bylines";
import { findingsByBlock } from "@/components/desk/editor/checks/block-findings";
import { deadLinks, useLinkCheck } from "@/components/desk/editor/checks/links-checked";
import { goTo, isBeside, isInSettings } from "@/components/desk/editor/checks/places";
import { StoryConnection } from "@/components/desk/editor/connection";
import { keepOnDevice } from "@/components/desk/editor/device/keep-on-device";
import { EditorBar } from "@/components/desk/editor/editor-bar";
import { fetchWhenIdle } from "@/components/desk/editor/fetch-when-idle";
import { FindTools } from "@/components/desk/editor/find/find-tools";
import { useFocusMode } from "@/components/desk/editor/focus-mode/focus-mode";
import { saidOfRestored } from "@/components/desk/history/restored";
import { withLine } from "@/components/desk/editor/with-line";
import { LeadPicture } from "@/components/desk/editor/lead-picture/lead-picture";
import { picturesAreComing } from "@/components/desk/editor/pictures/picture-queue";
import { ReceiptStrip } from "@/components/desk/editor/paste/receipt-strip";
import { isPressed, keys, noteElsewhere, noteKeys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import type { RestoredNoticeProps } from "@/components/desk/editor/restored-notice";
import type { SentBackProps } from "@/components/desk/editor/sent-back";
import { useScreenKeyboard } from "@/components/desk/editor/screen-keyboard";
import { PresenceSaid } from "@/components/desk/editor/presence-said";
import { useConnection, useShared } from "@/components/desk/editor/shared";
import { othersIn } from "@/components/desk/editor/others";
import { type Panel, SidePanel } from "@/components/desk/editor/side-panel";
import { StatusBar } from "@/components/desk/editor/status-bar";
import { useStoryState } from "@/components/desk/editor/story-state";
import { TextLine } from "@/components/desk/editor/text-line";
import { Toolbar } from "@/components/desk/editor/toolbar";
import { type Language, languages } from "@/db/vocabulary";
import type { CheckPlace } from "@/lib/articles/checks";
import type { Kept, StoryState } from "@/lib/articles/desk-views";
import { keptInWords } from "@/lib/articles/kept-in-words";
import { placeOfRepair, type Repair } from "@/lib/articles/repair";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";
import { isUnwritten } from "@/lib/articles/unwritten";
import { fieldLimits } from "@/lib/content/limits";

// Where its script cannot be had, the text itself is all the same what it is.
const RestoredNotice = lazy<ComponentType<RestoredNoticeProps>>(() => withLine.restoredNotice().then((module) => ({ default: module.RestoredNotice }), () => ({ default: () => null })));
const SentBack = lazy<ComponentType<SentBackProps>>(() => withLine.restoredNotice().then((module) => ({ default: module.SentBack }), () => ({ default: () => null })));

type PreviewPaneType = ComponentType<ComponentProps<Awaited<ReturnType<typeof withLine.previewPane>>["PreviewPane"]>>;

/**
 * What the page that stands in without the server has of the editor. It is handed out here: imported one by one from elsewhere, these would not be put together with the
 * rest of the editor any more, and each opening of it would weigh three kilobytes more.
 */
export const editorParts = { bodySize, caretInTime, Collaboration, editorKeys, focusInTime, Gapcursor, growing, kindOfText, leaveText, markTools, Placeholder, placeOf, putIn, putMark, refusalAt, refusalOfMark, SharedLine, smartTypography, storableBlocks, StyleChoice, styleLabel, takeOverCaret, textHere, undoSteps };

/** Two presses within so many milliseconds are one double click. */
const doubleClick = 400;

/** What stands in the editor of a copy: in the bar in place of publishing, and above the text. */
export type CopyParts = { bar: (connection: StoryConnection) => ReactNode; notice: ReactNode };

type Props = { initial: StoryState; surroundings: EditorSurroundings; copy?: CopyParts };

/** The story's editor: connects, then shows fields, body and panels over the shared document. */
export function StoryEditor({ initial, surroundings, copy }: Props) {
  const [connection, setConnection] = useState<StoryConnection | null>(null);
  /** How often it was opened anew, without what was typed here. */
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who writes, and when it is there, stay the same.
  useEffect(() => {
    const opened = new StoryConnection(initial.id, initial.epoch, initial.copy, surroundings.me.id);
    setConnection(opened);
    // The device's copies are of the story itself: a proposal is a document of its own.
    const end = initial.copy ? null : keepOnDevice(opened, initial, surroundings, () => setTimes((before) => before + 1));
    return () => {
      setConnection(null);
      end?.();
      opened.close();
    };
  }, [initial.id, initial.epoch, initial.copy, times]);
  return connection ? <Connected key={`${initial.id} ${times}`} connection={connection} initial={initial} surroundings={surroundings} copy={copy} /> : <Opening />;
}

function Opening() {
  return (
    <main className="standalone">
      <p role="status">Opening the story…</p>
    </main>
  );
}

function Connected({ connection, initial, surroundings, copy }: Props & { connection: StoryConnection }) {
  const ready = useConnection(connection, (now) => now.ready);
  const colleagues = useConnection(connection, (now) => now.colleagues);
  const DeviceNotice = useConnection(connection, (now) => now.Notice);
  const refused = useConnection(connection, (now) => (now.save.kind === "refused" ? now.save.why : null));
  const [panel, setPanel] = useState<Panel>("story");
  const [panelOpen, setPanelOpen] = useState(false);
  /** Whether publishing was asked for since this story was opened. */
  const [asked, setAsked] = useState(false);
  /** How often somebody asked to correct the story from the text. */
  const [correcting, setCorrecting] = useState(0);
  const [noting, setNoting] = useState({ times: 0, suggests: false });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const [PreviewPane, setPreviewPane] = useState<PreviewPaneType | null>(null);
  const focus = useFocusMode(
    editor,
    useCallback(() => {
      setPreviewing(false);
      setPanelOpen(false);
    }, []),
  );
  const saidUntil = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What had the focus when the panel was opened. */
  const opener = useRef<HTMLElement | null>(null);
  const publishButton = useRef<HTMLButtonElement>(null);
  const publishOpenedAt = useRef(0);
  const previewButton = useRef<HTMLButtonElement>(null);
  const [door] = useState(closedDoor);
  const settings = connection.doc.getMap<string | null>("settings");
  const language = useShared(settings, () => (settings.get("language") ?? "en") as Language);
  const sectionId = useShared(settings, () => settings.get("sectionId") ?? null);
  const section = surroundings.sections.find((one) => one.id === sectionId);
  const disabled = !ready || refused !== null || !initial.can.edit;
  const dir = languages[language].direction;

  const [state, refresh] = useStoryState(connection, initial);

  useEffect(() => (ready ? fetchWhenIdle() : undefined), [ready]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (connection.unsaved || picturesAreComing()) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [connection]);

  const say = useCallback((words: string, milliseconds: number) => {
    clearTimeout(saidUntil.current);
    setSaid(words);
    saidUntil.current = setTimeout(() => setSaid(null), milliseconds);
  }, []);
  const tooLarge = useCallback(() => say("Too long for one story: nothing was added", 8000), [say]);
  const correctionKept = useCallback(() => say("A published correction stays as it is: it can be moved, not changed or deleted", 8000), [say]);

  useEffect(() => {
    const restored = saidOfRestored(initial.id);
    if (restored) say(restored, 12_000);
  }, [initial.id, say]);

  const isNew = useRef(isUnwritten(initial.checks));
  useEffect(() => {
    if (disabled || !isNew.current) return;
    isNew.current = false;
    // Where a keyboard would jump up over half the page, one asks for it oneself.
    if (document.activeElement === document.body && matchMedia("(hover: hover) and (pointer: fine)").matches) focusLine("Headline");
  }, [disabled]);

  const keep = useCallback(async () => {
    const answer = await act<Kept>(initial.id, "keep", { label: "" });
    say("value" in answer ? keptInWords(answer.value, "") : answer.failure.message, 4000);
  }, [initial.id, say]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const suggests = isPressed(event, keys.suggest);
      const [toHistory, toKeep, toSheet, toNote] = [isPressed(event, keys.history), isPressed(event, keys.keep), isPressed(event, keys.sheet), suggests || isPressed(event, noteKeys) || isPressed(event, noteElsewhere)];
      // What the text has taken already is not done again.
      if ((!toHistory && !toKeep && !toSheet && !toNote) || event.defaultPrevented) return;
      event.preventDefault();
      // A copy has no versions; it is saved as one types.
      if (copy && (toHistory || toKeep)) return;
      if (toNote) door.note(suggests);
      else if (toSheet) door.openSheet();
      else if (toHistory) location.assign(`/desk/articles/${initial.id}/history`);
      else void keep();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keep, door, initial.id, copy]);

  const showField = useCallback((place: CheckPlace) => {
    if (isBeside(place)) setPanel("story");
    // Where the panel lies over the text, it makes room for what is shown there.
    setPanelOpen(isBeside(place) || isInSettings(place, editor));
  }, [editor]);
  const jump = useCallback(
    (place: CheckPlace, stretch?: Stretch) => {
      flushSync(() => showField(place));
      goTo(place, editor, stretch);
    },
    [editor, showField],
  );
  // Where the panel would lie over the text, it stays away until one goes there.
  const reveal = useCallback((place: CheckPlace) => {
    if (isBeside(place)) setPanel("story");
  }, []);
  const repair = useCallback(
    async (one: Repair) => {
      if (!editor) return;
      const repairs = await withLine.repairs().catch(() => null);
      if (!repairs) {
        say("What repairs it cannot be reached without the line", 8000);
        return;
      }
      const done = repairs.performRepair(one, editor, (field) => showField({ field }));
      // Where the panel lies over the text, it makes room for what was done there.
      if (done && "blockId" in placeOfRepair(one)) setPanelOpen(false);
      say(done ? `Done. ${spokenKeys(keys.undo)} takes it back` : "The text has changed there: look again in a moment", done ? 5000 : 8000);
    },
    [editor, showField, say],
  );

  useDeletedNotice(editor, say);
  const keyboardIsUp = useScreenKeyboard();

  useEffect(() => {
    door.openSettings = () => {
      flushSync(() => setPanelOpen(true));
      document.querySelector<HTMLElement>(".block-settings :is(input, textarea, select, button)")?.focus();
    };
    door.say = (words) => say(words, 5000);
    door.note = (suggests = false) => {
      if (copy) return say("Notes are the story’s: a copy has none", 5000);
      setPanel("notes");
      setNoting(({ times }) => ({ times: times + 1, suggests }));
    };
    door.describe = (blockId) => jump({ blockId, part: { setting: "alt" } });
  }, [door, jump, say, copy]);

  const openPanel = (next: Panel) => {
    const pressed = document.activeElement;
    if (pressed instanceof HTMLElement && !pressed.closest(".panel")) opener.current = pressed;
    if (next === "publish") {
      setAsked(true);
      publishOpenedAt.current = performance.now();
    }
    setPanel(next);
    setPanelOpen(true);
    void refresh();
  };
  useEffect(() => {
    door.whyNoCorrection = () => (state.can.correct ? null : state.path ? "Your role cannot correct it" : "Not before the story is public");
    door.correct = () => {
      openPanel("publish");
      setCorrecting((times) => times + 1);
    };
  });
  const closePanel = () => {
    flushSync(() => setPanelOpen(false));
    // Where the panel lay over the text, it takes the focus with it.
    if (!document.activeElement?.checkVisibility()) (opener.current?.checkVisibility() ? opener.current : editor?.view.dom)?.focus();
  };
  const closeSettings = () => {
    flushSync(() => setPanelOpen(false));
    editor?.view.focus();
  };
  const closePublish = () => {
    setCorrecting(0);
    setPanel("story");
    setPanelOpen(false);
    publishButton.current?.focus();
  };
  // A double click opens the panel once, and does not close it.
  const pressPublish = () => {
    setCorrecting(0);
    if (panel !== "publish") openPanel("publish");
    else if (performance.now() - publishOpenedAt.current >= doubleClick) closePublish();
  };
  const preview = async () => {
    try {
      const module = await withLine.previewPane();
      setPreviewPane(() => module.PreviewPane);
    } catch {
      // Without a line there is nothing that it could show.
      return say("The preview cannot be reached just now", 5000);
    }
    setPanelOpen(false);
    setPreviewing(true);
  };
  const closePreview = () => {
    flushSync(() => setPreviewing(false));
    previewButton.current?.focus();
  };
  const untouched = !asked && isUnwritten(state.checks);
  const [linkCheck, askLinks] = useLinkCheck(initial.id);
  const checks = useMemo(() => [...state.checks, ...(editor ? deadLinks(editor.state.doc, linkCheck) : [])], [state.checks, editor, linkCheck]);
  const findings = useMemo(() => (editor && !untouched ? findingsByBlock(editor.state.doc, checks) : []), [editor, untouched, checks]);
  const showCheck = (id: string) => {
    flushSync(() => openPanel("checks"));
    const found = document.querySelector(`.panel [data-check="${CSS.escape(id)}"]`);
    found?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "center" });
  };
  const stops = untouched ? 0 : state.checks.filter((check) => check.level === "stop").length;

  return (
    <div className={["editor", previewing && "previewing", focus.on && "focused", focus.on && focus.dims && "dimmed"].filter(Boolean).join(" ")} data-section={section?.accent}>
      <EditorBar
        connection={connection}
        initial={initial}
        status={state.status}
        timeZone={surroundings.timeZone}
        me={surroundings.me.id}
        footIsHidden={focus.on || keyboardIsUp}
        said={said}
        focus={focus}
        preview={{ button: previewButton, isOpen: previewing, press: previewing ? closePreview : () => void preview() }}
        publish={{ button: publishButton, isOpen: panel === "publish", press: pressPublish }}
        jump={jump}
        inPlace={copy?.bar(connection)}
        pressStory={() => (panelOpen && panel === "story" ? closePanel() : openPanel("story"))}
      />
      <PresenceSaid connection={connection} me={surroundings.me.id} />
      <main className="desk-sheet" id="main" aria-label="Writing">
        {editor && !disabled && (
          <Toolbar editor={editor} door={door} story={initial.id} timeZone={surroundings.timeZone}>
            <FindTools editor={editor} connection={connection} door={door} reveal={reveal} jump={jump} />
          </Toolbar>
        )}
        {editor && <ReceiptStrip editor={editor} connection={connection} knownTags={surroundings.tags} />}
        {DeviceNotice && <DeviceNotice />}
        {copy?.notice}
        <Suspense>{state.restored && <RestoredNotice restored={state.restored} articleId={initial.id} timeZone={surroundings.timeZone} />}
        {state.sentBack && <SentBack sentBack={state.sentBack} timeZone={surroundings.timeZone} />}</Suspense>
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
          <LeadPicture connection={connection} disabled={disabled} timeZone={surroundings.timeZone} refresh={() => void refresh()} />
          <TextLine connection={connection} name="dateline" label="Dateline" limit={fieldLimits.dateline} className="datel" dir={dir} disabled={disabled} onEnter={() => editor?.commands.focus("start")} placeholder="Place" />
          <BodyEditor connection={connection} dir={dir} lang={language} editable={!disabled} onEditor={setEditor} onTooLarge={tooLarge} onCorrectionKept={correctionKept} door={door} ownOrigins={surroundings.ownOrigins} />
          {editor && <BodyTools editor={editor} disabled={disabled} door={door} story={initial.id} timeZone={surroundings.timeZone} findings={findings} showCheck={showCheck} />}
        </div>
      </main>
      <SidePanel connection={connection} editor={editor} articleId={initial.id} state={state} checks={checks} linkCheck={linkCheck} askLinks={askLinks} surroundings={surroundings} disabled={disabled} untouched={untouched} stops={stops} panel={panel} isOpen={panelOpen} open={openPanel} close={closePanel} correcting={correcting} noting={noting} closePublish={closePublish} closeSettings={closeSettings} refresh={refresh} jump={jump} repair={repair} />
      {previewing && PreviewPane && <PreviewPane connection={connection} editor={editor} articleId={initial.id} close={closePreview} />}
      <StatusBar connection={connection} timeZone={surroundings.timeZone} editor={editor} stops={stops} warnings={untouched ? 0 : checks.filter((check) => check.level === "warn").length} people={othersIn(colleagues, surroundings.me.id).length} showChecks={() => openPanel("checks")} showKeys={() => door.openSheet()} />
    </div>
  );
}

function focusLine(label: string): void {
  document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
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
