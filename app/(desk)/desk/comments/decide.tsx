"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import { moderateAction } from "@/app/(desk)/desk/comments/actions";
import { Reject } from "@/app/(desk)/desk/comments/reject";
import { Waiting } from "@/app/(desk)/desk/comments/waiting";
import type { FormState } from "@/components/forms/action-form";
import type { Decision } from "@/lib/comments/comment";
import type { QueueCard, RecentDecision } from "@/lib/moderation/reads/queue";

type Send = (form: FormData) => void;

const nothingYet: FormState = { failure: null, typed: {}, done: null };
const Sending = createContext<Send | null>(null);

function useSend(): Send {
  const send = useContext(Sending);
  if (!send) throw new Error("A decision needs the queue around it.");
  return send;
}

/**
 * The queue, with what became of the last decision above it. A card goes with its decision, also with one that somebody else was faster
 * with; what is to be said of it stays here, with and without JavaScript.
 */
export function DecidingQueue({ children }: { children: ReactNode }) {
  const [{ failure, typed, done }, send, waiting] = useActionState(moderateAction, nothingYet);
  const about = typed.of && (
    <>
      <bdi>
        <b>{typed.of}</b>
      </bdi>
      {": "}
    </>
  );
  return (
    <Sending.Provider value={send}>
      <div className="answers">
        {failure && (
          <div className="notice bad" role="alert">
            {about}
            {failure.message}
          </div>
        )}
        {done && (
          <div className="notice good" role="status">
            {about}
            {done}
          </div>
        )}
      </div>
      <Waiting.Provider value={waiting}>{children}</Waiting.Provider>
    </Sending.Provider>
  );
}

type Props = { card: Pick<QueueCard, "id" | "revisionId" | "status" | "name" | "can"> };

/** The buttons of one comment; each carries what the moderator saw. */
export function Decide({ card: { id, revisionId, status, name, can } }: Props) {
  return (
    <form action={useSend()}>
      <input type="hidden" name="commentId" value={id} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="of" value={name} />
      <div className="decide">
        {can.approve && <Choice decision="approve" name="Approve" letter="a" first />}
        {can.show && <Choice decision="show" name="Show again" letter="a" first />}
        {can.hide && <Choice decision="hide" name="Hide" letter="h" />}
        {can.reject && <Reject id={id} name={name} />}
        {can.spam && <Choice decision="spam" name="Spam" letter="s" />}
        {can.pick && <Choice decision="pick" name="Pick" letter="p" />}
        {can.unpick && <Choice decision="unpick" name="Unpick" letter="p" />}
        {can.purge && (
          <details className="purge">
            <summary>Purge…</summary>
            <p>What it says and who wrote it are erased everywhere. Nobody can bring them back.</p>
            <Choice decision="purge" name="Purge for good" />
          </details>
        )}
      </div>
    </form>
  );
}

/** Sends one decision; nothing else of the form is needed for it. */
function Choice({ decision, name, letter, first = false }: { decision: Decision | "purge" | "pick" | "unpick"; name: string; letter?: string; first?: boolean }) {
  return (
    <button className={first ? "btn first" : "btn"} name="decision" value={decision} type="submit" formNoValidate data-key={letter}>
      {name}
    </button>
  );
}

/** One's own last decisions, each to be taken back while nothing else happened to the comment. */
export function UndoList({ recent }: { recent: RecentDecision[] }) {
  const send = useSend();
  if (recent.length === 0) return null;
  return (
    <ul className="undo-list" aria-label="Just decided">
      {recent.map((decision) => (
        <li key={decision.eventId}>
          <form action={send} data-comment={decision.commentId}>
            <input type="hidden" name="eventId" value={decision.eventId} />
            <input type="hidden" name="of" value={decision.name} />
            <span>
              <bdi>{decision.name}</bdi>: {decision.to}
            </span>{" "}
            <button className="btn plain" type="submit" data-key="z" aria-label={`Undo: ${decision.name}, ${decision.to}`}>
              Undo
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
