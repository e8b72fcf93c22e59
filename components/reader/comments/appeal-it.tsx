import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { OwnDecision } from "@/lib/comments/decision";
import type { Failure } from "@/lib/kernel/failure";

type Props = { commentKey: string; decision: OwnDecision; say: DiscussionWords; typed: string | undefined; refused: Failure | null };

/** Why one's comment was rejected, in the moderator's words, and asking somebody else to look again, once. Nothing of it needs JavaScript. */
export function AppealIt({ commentKey, decision: { eventId, message, appeal }, say: { appeal: say }, typed, refused }: Props) {
  const problem = refused?.fields?.text;
  return (
    <>
      {message && (
        <div className="say warn">
          <b>{say.told}</b> <bdi>{message}</bdi>
        </div>
      )}
      {refused && (
        <div className="say bad" role="alert">
          <b>{say.refused}</b> {refused.message}
        </div>
      )}
      {appeal ? (
        <div className="say warn" data-appeal={appeal.outcome}>
          {appeal.outcome === "pending" ? say.pending : appeal.outcome === "granted" ? say.granted : say.kept}
          {appeal.answer && (
            <p>
              <b>{say.answer}</b> <bdi>{appeal.answer}</bdi>
            </p>
          )}
        </div>
      ) : (
        <details className="withdraw" open={problem !== undefined}>
          <summary>{say.ask}</summary>
          <form className="write" action="/comments/appeal" method="post">
            <input type="hidden" name="key" value={commentKey} />
            <input type="hidden" name="event" value={eventId} />
            <label htmlFor="a-text">{say.text}</label>
            <textarea id="a-text" name="text" required dir="auto" defaultValue={typed ?? ""} aria-describedby={problem ? "a-hint a-error" : "a-hint"} aria-invalid={problem ? true : undefined} />
            {problem && (
              <p className="problem" id="a-error">
                {problem}
              </p>
            )}
            <div className="under">
              <span className="hint" id="a-hint">
                {say.hint}
              </span>
              <button className="button" type="submit">
                {say.send}
              </button>
            </div>
          </form>
        </details>
      )}
    </>
  );
}
