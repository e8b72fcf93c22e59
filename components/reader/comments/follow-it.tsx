import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { Failure } from "@/lib/kernel/failure";

type Props = { comment: { id: string; follows: boolean }; say: DiscussionWords["follow"]; refused: Failure | null };

/** Follows the thread of a comment, or no longer. */
export function FollowIt({ comment: { id, follows }, say, refused }: Props) {
  return (
    <section className="about" aria-labelledby="follow">
      <h2 id="follow">{say.follow}</h2>
      {refused && (
        <div className="say bad" role="alert">
          {refused.message}
        </div>
      )}
      <p>{follows ? say.following : say.hint}</p>
      <form action="/comments/follow" method="post">
        <input type="hidden" name="comment" value={id} />
        <input type="hidden" name="followed" value={follows ? "no" : "yes"} />
        <button className="button" type="submit">
          {follows ? say.unfollow : say.follow}
        </button>
      </form>
    </section>
  );
}
