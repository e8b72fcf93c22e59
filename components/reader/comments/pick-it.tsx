import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { CommentStatus } from "@/db/vocabulary";
import type { Failure } from "@/lib/kernel/failure";

type Props = { commentId: string; pick: { picked: boolean; revisionId: string; status: CommentStatus }; say: DiscussionWords["picking"]; refused: Failure | null };

/** Picks a comment that readers should not miss, or takes the pick back: for the newsroom, and for whoever wrote the story. */
export function PickIt({ commentId, pick: { picked, revisionId, status }, say, refused }: Props) {
  return (
    <section className="about" aria-labelledby="pick">
      <h2 id="pick">{say.pick}</h2>
      {refused && (
        <div className="say bad" role="alert">
          {refused.message}
        </div>
      )}
      <p>{picked ? say.picked : say.hint}</p>
      <form action="/comments/pick" method="post">
        <input type="hidden" name="comment" value={commentId} />
        <input type="hidden" name="revision" value={revisionId} />
        <input type="hidden" name="status" value={status} />
        <input type="hidden" name="picked" value={picked ? "no" : "yes"} />
        <button className="button" type="submit">
          {picked ? say.unpick : say.pick}
        </button>
      </form>
    </section>
  );
}
