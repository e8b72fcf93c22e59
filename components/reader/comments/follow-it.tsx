import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { ThreadChoice } from "@/lib/comments/thread-choice";
import type { Failure } from "@/lib/kernel/failure";

type Props = { comment: { id: string; hears: ThreadChoice }; say: DiscussionWords["follow"]; refused: Failure | null };

/** Follows the thread of a comment, or no longer; or has nothing more to do with it, as whoever is answered there unkindly may want. */
export function FollowIt({ comment: { id, hears }, say, refused }: Props) {
  const others = { all: [["own", say.unfollow]], own: [["all", say.follow], ["nothing", say.quieten]], nothing: [["own", say.hearAgain]] } as const satisfies Record<ThreadChoice, readonly (readonly [ThreadChoice, string])[]>;
  return (
    <section className="about" aria-labelledby="follow">
      <h2 id="follow">{say.follow}</h2>
      {refused && (
        <div className="say bad" role="alert">
          {refused.message}
        </div>
      )}
      <p>{{ all: say.following, own: say.hint, nothing: say.quiet }[hears]}</p>
      <form action="/comments/follow" method="post">
        <input type="hidden" name="comment" value={id} />
        {others[hears].map(([choice, words]) => (
          <button key={choice} className={choice === "nothing" ? "button plain" : "button"} type="submit" name="hear" value={choice}>
            {words}
          </button>
        ))}
      </form>
    </section>
  );
}
