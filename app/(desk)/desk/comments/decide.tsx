"use client";

import { decideAction, undoAction } from "@/app/(desk)/desk/comments/actions";
import { ActionForm } from "@/components/forms/action-form";
import { reasonCodes } from "@/db/vocabulary";
import type { RecentDecision } from "@/lib/moderation/reads/queue";

type Props = { card: { id: string; revisionId: string; status: string; name: string } };

/** The buttons of one comment; each carries what the moderator saw. */
export function Decide({ card }: Props) {
  const may = { approve: card.status !== "approved", reject: card.status !== "rejected" && card.status !== "spam", spam: card.status !== "spam" };
  return (
    <ActionForm action={decideAction}>
      {() => (
        <>
          <input type="hidden" name="commentId" value={card.id} />
          <input type="hidden" name="revisionId" value={card.revisionId} />
          <input type="hidden" name="status" value={card.status} />
          <div className="decide">
            {may.approve && (
              <button className="btn first" name="decision" value="approve" type="submit" data-key="a">
                Approve
              </button>
            )}
            {may.reject && (
              <>
                <button className="btn" name="decision" value="reject" type="submit" data-key="r">
                  Reject
                </button>
                <select className="input reason" name="reason" aria-label={`Reason to reject ${card.name}’s comment`} defaultValue="off_topic">
                  {reasonCodes
                    .filter((code) => code !== "banned_word")
                    .map((code) => (
                      <option key={code} value={code}>
                        {code.replaceAll("_", " ")}
                      </option>
                    ))}
                </select>
              </>
            )}
            {may.spam && (
              <button className="btn" name="decision" value="spam" type="submit" data-key="s">
                Spam
              </button>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** One's own last decisions, each to be taken back while nothing else happened to the comment. */
export function UndoList({ recent }: { recent: RecentDecision[] }) {
  if (recent.length === 0) return null;
  return (
    <ul className="undo-list" aria-label="Just decided">
      {recent.map((decision) => (
        <li key={decision.eventId}>
          <ActionForm action={undoAction}>
            {() => (
              <>
                <input type="hidden" name="eventId" value={decision.eventId} />
                <span>
                  {decision.name}: {decision.to}
                </span>{" "}
                <button className="btn plain" type="submit" data-key="z" aria-label={`Undo: ${decision.name}, ${decision.to}`}>
                  Undo
                </button>
              </>
            )}
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
