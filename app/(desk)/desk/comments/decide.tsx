"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import { moderateAction } from "@/app/(desk)/desk/comments/actions";
import { Reject } from "@/app/(desk)/desk/comments/reject";
import { Waiting } from "@/app/(desk)/desk/comments/waiting";
import type { FormState } from "@/components/forms/action-form";
import type { RecentDecision } from "@/lib/moderation/reads/queue";

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

type Props = { card: { id: string; revisionId: string; status: string; name: string } };

/** The buttons of one comment; each carries what the moderator saw. */
export function Decide({ card }: Props) {
  const may = { approve: card.status !== "approved", reject: card.status !== "rejected" && card.status !== "spam", spam: card.status !== "spam" };
  return (
    <form action={useSend()}>
      <input type="hidden" name="commentId" value={card.id} />
      <input type="hidden" name="revisionId" value={card.revisionId} />
      <input type="hidden" name="status" value={card.status} />
      <input type="hidden" name="of" value={card.name} />
      <div className="decide">
        {may.approve && (
          <button className="btn first" name="decision" value="approve" type="submit" formNoValidate data-key="a">
            Approve
          </button>
        )}
        {may.reject && <Reject id={card.id} name={card.name} />}
        {may.spam && (
          <button className="btn" name="decision" value="spam" type="submit" formNoValidate data-key="s">
            Spam
          </button>
        )}
      </div>
    </form>
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
