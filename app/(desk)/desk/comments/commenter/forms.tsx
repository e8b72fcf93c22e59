"use client";

import { confirmBanAction, grantTrustAction, imposeAction, liftAction, noteAction, undoSweepAction, withdrawTrustAction } from "@/app/(desk)/desk/comments/commenter/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { reasonCodes, type SanctionKind, sanctionKinds, sanctionNames } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";
import { grantedLevels } from "@/lib/comments/trust";
import type { CommenterPage } from "@/lib/sanctions/reads/commenter-page";
import { sanctionLimits } from "@/lib/sanctions/sanction";

const does: Record<SanctionKind, string> = {
  warn: "She is told what she should do otherwise. Nothing else changes.",
  premod: "All that she writes waits for a moderator.",
  suspend: "She may not comment, change, like or report, for 30 days at most.",
  ban: "The same for longer, or for good.",
};

const lasts = { "": "Choose how long", 1: "1 day", 3: "3 days", 7: "7 days", 14: "14 days", 30: "30 days", 90: "90 days", 365: "1 year", good: "Until somebody lifts it" };
const reasons = { "": "Choose a reason", ...Object.fromEntries(reasonCodes.map((code) => [code, code.replaceAll("_", " ")])) };

type Who = CommenterPage["who"];

/** Whom a form is about. */
function About({ who }: { who: Who }) {
  return "personId" in who ? <input type="hidden" name="personId" value={who.personId} /> : <input type="hidden" name="guestId" value={who.guestId} />;
}

type Props = { who: Who; seen: string | null; rejectable: CommenterPage["rejectable"]; can: CommenterPage["can"]; guest: boolean };

/** Imposes a sanction: what, how long, why, what she is told, and what of hers goes with it. */
export function SanctionForm({ who, seen, rejectable, can, guest }: Props) {
  const kinds = sanctionKinds.filter((kind) => kind !== "ban" || can.ban);
  const sweeps = { "": "None", ...(rejectable.day > 0 ? { day: `Those of the last 24 hours (${rejectable.day})` } : {}), ...(rejectable.week > 0 ? { week: `Those of the last 7 days (${rejectable.week})` } : {}), ...(rejectable.all > 0 ? { all: `All (${rejectable.all})` } : {}) };
  return (
    <ActionForm action={imposeAction} className="stack" label="Impose a sanction">
      {({ failure, typed }) => (
        <details open={failure !== null || undefined}>
          <summary>Impose a sanction…</summary>
          <div className="stack">
            <About who={who} />
            <input type="hidden" name="seen" value={seen ?? ""} />
            <fieldset className="ways">
              <legend>What</legend>
              {kinds.map((kind) => (
                <label key={kind} className="commenter-way">
                  <input type="radio" name="kind" value={kind} required defaultChecked={typed.kind === kind} />
                  <span>
                    <b>{sanctionNames[kind]}</b> <span className="quiet">{kind === "ban" && !can.banAlone ? `${does[kind]} Until a second moderator confirms it, it is a suspension.` : does[kind]}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            <div className="field">
              <label htmlFor="days">How long</label>
              <Select id="days" name="days" names={lasts} defaultValue={typed.days ?? ""} aria-describedby={failure?.fields?.days ? "days-error" : "days-help"} aria-invalid={failure?.fields?.days ? true : undefined} />
              <span className="help" id="days-help">
                {guest ? "Not for a warning. An address is blocked for 90 days at most: its key is not kept longer." : "Not for a warning."}
              </span>
              {failure?.fields?.days && (
                <span className="problem" id="days-error">
                  {failure.fields.days}
                </span>
              )}
            </div>
            <div className="field">
              <label htmlFor="reason">Reason</label>
              <Select id="reason" name="reason" names={reasons} defaultValue={typed.reason ?? ""} required />
            </div>
            <TextArea id="message" name="message" label="Message" help="She reads it, with the reason. A warning needs one." maxLength={sanctionLimits.message} defaultValue={typed.message ?? ""} error={failure?.fields?.message} />
            <div className="field">
              <label htmlFor="sweep">Also reject her comments</label>
              <Select id="sweep" name="sweep" names={sweeps} defaultValue={typed.sweep ?? ""} />
              <span className="help">For the same reason. They can all be brought back with one word.</span>
            </div>
            <button className="btn danger" type="submit">
              Impose
            </button>
          </div>
        </details>
      )}
    </ActionForm>
  );
}

/** Lifts a sanction; `sweep`: how many comments went with it. */
export function LiftForm({ sanctionId, kind, sweep }: { sanctionId: string; kind: SanctionKind; sweep: number }) {
  return (
    <ActionForm action={liftAction} label={`Lift: ${sanctionNames[kind]}`}>
      {({ failure, typed }) => (
        <details open={failure !== null || undefined}>
          <summary>Lift…</summary>
          <div className="stack">
            <input type="hidden" name="sanctionId" value={sanctionId} />
            <TextArea id={`lift-${sanctionId}`} name="message" label="Message" help="She reads it. It may stay empty." maxLength={sanctionLimits.message} defaultValue={typed.message ?? ""} error={failure?.fields?.message} />
            {sweep > 0 && (
              <label className="commenter-way">
                <input type="checkbox" name="bringBack" value="yes" defaultChecked={typed.bringBack === "yes"} />
                <span>Bring back what was rejected with it ({sweep})</span>
              </label>
            )}
            <button className="btn" type="submit">
              Lift it
            </button>
          </div>
        </details>
      )}
    </ActionForm>
  );
}

/** Makes a ban of what a colleague asked for. */
export function ConfirmForm({ sanctionId, days }: { sanctionId: string; days: number | null }) {
  return (
    <ActionForm action={confirmBanAction} label="Confirm the ban">
      {() => (
        <div className="decide">
          <input type="hidden" name="sanctionId" value={sanctionId} />
          <button className="btn danger" type="submit">
            {days === null ? "Confirm the ban for good" : `Confirm the ban for ${days} days`}
          </button>
        </div>
      )}
    </ActionForm>
  );
}

/** Brings back what went with a sanction, which stands. */
export function UndoSweepForm({ sweepId, rejected, waiting }: { sweepId: string; rejected: number; waiting: number }) {
  if (rejected + waiting === 0) return null;
  return (
    <ActionForm action={undoSweepAction} label="Bring the comments back">
      {() => (
        <>
          <input type="hidden" name="sweepId" value={sweepId} />
          <button className="btn plain" type="submit">
            Bring them back
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Notes something about a commenter. */
export function NoteForm({ who }: { who: Who }) {
  return (
    <ActionForm action={noteAction} className="stack" label="Note something">
      {({ failure, typed, done }) => (
        <>
          <About who={who} />
          <TextArea key={done ?? "first"} id="note" name="text" label="Note" help="For moderators. It cannot be changed afterwards, and stands in the copy of her data." maxLength={sanctionLimits.note} required defaultValue={typed.text ?? ""} error={failure?.fields?.text} />
          <button className="btn" type="submit">
            Note it
          </button>
        </>
      )}
    </ActionForm>
  );
}

const levels = { "": "Choose a level", ...Object.fromEntries(grantedLevels.map((level) => [level, { 1: "1: no longer read first", 2: "2: as after 20 comments", 3: "3: as after 100 comments" }[level]])) };

/** Grants a level of trust to somebody with an account; `seen`: what is granted now. */
export function TrustForm({ personId, seen }: { personId: string; seen: string | null }) {
  return (
    <ActionForm action={grantTrustAction} className="stack" label="Grant trust">
      {({ failure, typed, done }) => (
        <details key={done ?? "first"} open={failure !== null || undefined}>
          <summary>Grant trust…</summary>
          <div className="stack">
            <About who={{ personId }} />
            <input type="hidden" name="seen" value={seen ?? ""} />
            <div className="field">
              <label htmlFor="level">Level</label>
              <Select id="level" name="level" names={levels} defaultValue={typed.level ?? ""} required />
              <span className="help">She is known at least so well, whatever she wrote so far; one less while four of her last twenty are rejected. She is told nothing.</span>
            </div>
            <TextArea id="trust-note" name="note" label="Why" help="For moderators. It stands in the copy of her data." maxLength={commentSettings.trust.note} required defaultValue={typed.note ?? ""} error={failure?.fields?.note} />
            <button className="btn" type="submit">
              Grant it
            </button>
          </div>
        </details>
      )}
    </ActionForm>
  );
}

/** Withdraws what was granted. */
export function WithdrawTrustForm({ grantId, level }: { grantId: string; level: number }) {
  return (
    <ActionForm action={withdrawTrustAction} label={`Withdraw: trust ${level}`}>
      {() => (
        <>
          <input type="hidden" name="grantId" value={grantId} />
          <button className="btn plain" type="submit">
            Withdraw
          </button>
        </>
      )}
    </ActionForm>
  );
}
