import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { Failure } from "@/lib/kernel/failure";

type Props = { commentKey: string; say: DiscussionWords["own"]["withdraw"]; refused: Failure | null };

/** Takes one's comment from the page: opened first, then said for good. Nothing of it needs JavaScript. */
export function Withdraw({ commentKey, say, refused }: Props) {
  return (
    <>
      {refused && (
        <div className="say bad" role="alert">
          <b>{say.refused}</b> {refused.message} {refused.code === "unauthenticated" && <a href={`/sign-in?next=/comments/${commentKey}`}>{say.signIn}</a>}
        </div>
      )}
      <details className="withdraw">
        <summary>{say.ask}</summary>
        <form action="/comments/withdraw" method="post">
          <input type="hidden" name="key" value={commentKey} />
          <p>{say.warning}</p>
          <button className="button" type="submit">
            {say.confirm}
          </button>
        </form>
      </details>
    </>
  );
}
