"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { Checks } from "@/components/desk/editor/checks/checks-panel";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { DeviceSwitch } from "@/components/desk/editor/device/device-switch";
import { useConnection } from "@/components/desk/editor/shared";
import { deskTime, fromWallTime, spokenTime } from "@/components/desk/editor/times";
import { correctionKindNames, correctionKinds } from "@/db/vocabulary";
import type { CheckPlace } from "@/lib/articles/checks";
import type { StoryState } from "@/lib/articles/desk-views";
import type { Repair } from "@/lib/articles/repair";
import type { Failure } from "@/lib/kernel/failure";

type Props = { connection: StoryConnection; state: StoryState; timeZone: string; /** Over nothing: opened to correct, so many times. */ correcting: number; close: () => void; refresh: () => Promise<void>; jump: (place: CheckPlace) => void; repair: (repair: Repair) => void };

/** Everything that may happen to the story next. Not a modal: the text stays in reach. */
export function PublishPanel({ connection, state, timeZone, correcting, close, refresh, jump, repair }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const under = useRef<{ state: StoryState; over: Promise<void> } | null>(null);
  const saved = useConnection(connection, (now) => now.save.kind === "saved");
  const { can } = state;

  // It may stand below the settings of a chosen block. Its own scrolling: the browser's would leave its head under the tabs.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "start" });
  }, []);
  useEffect(() => {
    if (correcting > 0) panel.current?.querySelector<HTMLElement>("#correct-kind")?.focus();
  }, [correcting]);
  useEffect(() => {
    if (busy || !(done || failure)) return;
    // The answer stands at the head of the panel, and what was pressed may be far below it.
    panel.current?.scrollIntoView({ block: "start" });
    // What was pressed may not be there any more: a story that is live is not published again.
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [busy, done, failure]);

  async function perform(verb: string, input: Record<string, unknown>, says: string): Promise<boolean> {
    // Pressed twice on what the panel says is done once; what it says already may come before the answer, and a press on that waits for it.
    if (under.current?.state === state) return false;
    const before = under.current?.over;
    const end = Promise.withResolvers<void>();
    const own = { state, over: end.promise };
    under.current = own;
    await before;
    setBusy(true);
    setFailure(null);
    setDone(null);
    const answer = await act(state.id, verb, { version: state.version, ...input });
    if ("failure" in answer) setFailure(answer.failure);
    else setDone(says);
    await refresh();
    end.resolve();
    if (under.current === own) {
      under.current = null;
      setBusy(false);
    }
    return "value" in answer;
  }

  // What was done here is no news any more once the desk has given the story back.
  useEffect(() => {
    if (state.sentBack?.at) setDone(null);
  }, [state.sentBack?.at]);

  const nothing = !Object.entries(can).some(([verb, may]) => may && verb !== "edit");
  return (
    <div className="pane publish" role="dialog" aria-modal="false" aria-label="Publish story" tabIndex={-1} ref={panel} onKeyDown={(event) => event.key === "Escape" && close()}>
      <h2>
        Publish story{" "}
        <button className="link end" type="button" onClick={close}>
          Close
        </button>
      </h2>
      {openingLine(state) && <p className="quiet">{openingLine(state)}</p>}
      {failure && (
        <div className="notice bad" role="alert">
          <b>Not done.</b> {sentenceOf(failure, timeZone)}
        </div>
      )}
      {done && (
        <div className="notice good" role="status">
          {done}
        </div>
      )}
      {state.path && (
        <p>
          <a className="btn" href={state.path} target="_blank" rel="noopener">
            View story
          </a>
        </p>
      )}
      <Standing state={state} timeZone={timeZone} />
      {!saved && <p className="notice">Wait for “Saved”: only what is saved is published.</p>}
      <h3>Checks</h3>
      <Checks checks={state.checks} jump={jump} repair={repair} under={3} />
      {!state.path && state.futurePath && (
        <>
          <h3>Where</h3>
          <p className="quiet" dir="ltr">
            {decodeURIComponent(state.futurePath)}
          </p>
        </>
      )}
      {nothing && <p className="quiet">Nothing is to be done here with your role, as the story stands.</p>}

      {can.publish && (
        <p className="verb now">
          <button className="btn first big" type="button" aria-disabled={busy || !saved} onClick={() => saved && perform("publish", {}, "Live.")}>
            Publish now
          </button>
        </p>
      )}
      {can.update && (
        <Verb title="Update" head button="Update" first send={(form) => perform("update", { kind: form.get("kind") === "fix" ? "fix" : "update", note: String(form.get("note") ?? "") }, "Updated.")} disabled={busy || !saved}>
          <label className="choice">
            <input type="radio" name="kind" value="update" defaultChecked /> <b>New facts</b>
            <span>Readers see “Updated” and when.</span>
          </label>
          <label className="choice">
            <input type="radio" name="kind" value="fix" /> <b>A typing slip</b>
            <span>Logged, without “Updated”.</span>
          </label>
          <Line name="note" label="What changed, for the change log" />
        </Verb>
      )}
      {can.correct && (
        <Verb title="Correct" head button="Correct" send={(form) => perform("correct", { kind: String(form.get("kind")), note: String(form.get("note") ?? "") }, "Corrected.")} disabled={busy || !saved}>
          <div className="field">
            <label htmlFor="correct-kind">Kind</label>
            <select id="correct-kind" className="input" name="kind">
              {correctionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {correctionKindNames[kind]}
                </option>
              ))}
            </select>
          </div>
          <Line name="note" label="What was wrong, for readers" error={failure?.fields?.note} />
          <p className="quiet">It goes to the end of the text and stays as it is. Move it there beside what it corrects.</p>
        </Verb>
      )}
      {can.schedule && (
        <Verb title={state.scheduledFor ? "Scheduled" : "Schedule"} button={state.scheduledFor ? "Use this version" : "Schedule"} send={(form) => perform("schedule", { at: fromWallTime(String(form.get("at") ?? ""), timeZone) }, "Scheduled.")} disabled={busy || !saved}>
          <Moment name="at" label="When" value={state.scheduledFor} timeZone={timeZone} error={failure?.fields?.at} />
        </Verb>
      )}
      {can.cancelSchedule && (
        <p className="verb">
          <button className="btn" type="button" onClick={() => perform("cancel-schedule", {}, "The schedule is off.")}>
            Cancel schedule
          </button>
        </p>
      )}
      {can.embargo && (
        <Verb title="Embargo" button="Embargo until" send={(form) => perform("embargo", { until: fromWallTime(String(form.get("until") ?? ""), timeZone) }, "Under embargo.")} disabled={busy}>
          <Moment name="until" label="Not before" value={state.embargoUntil} timeZone={timeZone} error={failure?.fields?.until} />
          {state.embargoUntil && (
            <button className="btn plain" type="button" onClick={() => perform("lift-embargo", {}, "The embargo is lifted.")}>
              Lift embargo
            </button>
          )}
        </Verb>
      )}
      {can.edit && <DeviceSwitch state={state} refresh={refresh} />}
      {can.handIn && (
        <Verb title="To the desk" button="Hand in" first={!can.publish && !can.update} send={(form) => perform("hand-in", { note: String(form.get("note") ?? "") }, "Handed in.")} disabled={busy || !saved}>
          <Line name="note" label="A word to the desk" head />
        </Verb>
      )}
      {can.sendBack && (
        <Verb title="Back to the writer" head button="Send back" send={(form) => perform("send-back", { reason: String(form.get("reason") ?? "") }, "Sent back.")} disabled={busy}>
          <Line name="reason" label="A word why" error={failure?.fields?.reason} />
        </Verb>
      )}
      {can.unpublish && (
        <Verb title="Take it back" head button="Unpublish" danger send={(form) => perform("unpublish", { reason: String(form.get("reason") ?? "") }, "Unpublished: the address answers that it was withdrawn.")} disabled={busy}>
          <Line name="reason" label="Reason" error={failure?.fields?.reason} />
        </Verb>
      )}
    </div>
  );
}

/** What this panel is for, where its name does not say it: to who may only hand in, and for a story that is live. */
function openingLine({ can, path }: StoryState): string | null {
  if (path) return can.update ? "This story is live: update, correct or take it back." : null;
  return can.handIn && !can.publish && !can.schedule ? "You can hand this story in; an editor publishes it." : null;
}

/** The failure in words; where somebody was faster, also when that was. */
function sentenceOf({ message, current }: Failure, timeZone: string): string {
  const at = (current as { at?: unknown } | null | undefined)?.at;
  if (typeof at !== "string") return message;
  return `${message.replace(/\.$/, "")}, ${spokenTime(at, timeZone)}.`;
}

/** What is set already: schedule, embargo, review, withdrawal. */
function Standing({ state, timeZone }: { state: StoryState; timeZone: string }) {
  const at = (iso: string) => deskTime(iso, timeZone);
  return (
    <>
      {state.scheduledFor && (
        <p className="notice calm">
          {at(state.scheduledFor)} publishes version {state.scheduledRevision}. What you change now is not in it: “Use this version” pins the newer text.
        </p>
      )}
      {state.scheduleFailure && <p className="notice bad">{state.scheduleFailure}</p>}
      {state.embargoUntil && <p className="notice">Embargo until {at(state.embargoUntil)}.</p>}
      {state.handedIn && (
        <p className="notice calm">
          Handed in by {state.handedIn.by}, {at(state.handedIn.at)}
          {state.handedIn.note ? <>: “{state.handedIn.note}”</> : "."}
        </p>
      )}
      {state.sentBack && <p className="notice">Sent back: {state.sentBack.reason}</p>}
      {state.unpublished && !state.path && (
        <p className="notice">
          Unpublished {at(state.unpublished.at)}: {state.unpublished.reason}
        </p>
      )}
    </>
  );
}

type VerbProps = { title: string; /** Whether its title stands above it: where it asks one thing alone, that question is its head. */ head?: boolean; button: string; first?: boolean; danger?: boolean; disabled: boolean; send: (form: FormData) => Promise<boolean>; children: ReactNode };

function Verb({ title, head, button, first, danger, disabled, send, children }: VerbProps) {
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (disabled) return;
    const form = event.currentTarget;
    if (await send(new FormData(form))) form.reset();
  }
  return (
    <form className="verb" onSubmit={submit} aria-label={title}>
      {head && <h3>{title}</h3>}
      {children}
      <button className={first ? "btn first" : danger ? "btn danger" : "btn"} type="submit" aria-disabled={disabled}>
        {button}
      </button>
    </form>
  );
}

function Line({ name, label, head, error }: { name: string; label: string; head?: boolean; error?: string | undefined }) {
  const id = `verb-${name}-${label.replace(/\W+/g, "-")}`;
  return (
    <div className="field">
      {head ? (
        <h3>
          <label htmlFor={id}>{label}</label>
        </h3>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      <input className="input" id={id} name={name} maxLength={1000} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} />
      {error && (
        <span className="problem" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

function Moment({ name, label, value, timeZone, error }: { name: string; label: string; value: string | null; timeZone: string; error?: string | undefined }) {
  return (
    <div className="field">
      <h3>
        <label htmlFor={`moment-${name}`}>
          {label} <span className="quiet">({timeZone})</span>
        </label>
      </h3>
      <input className="input" type="datetime-local" id={`moment-${name}`} name={name} required defaultValue={value ? toWallTime(value, timeZone) : ""} aria-invalid={error ? true : undefined} />
      {error && <span className="problem">{error}</span>}
    </div>
  );
}

function toWallTime(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date(iso)).replace(" ", "T");
}
