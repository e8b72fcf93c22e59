import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { Failure } from "@/lib/kernel/failure";

type Props = { comment: { id: string; name: string; muted: boolean }; say: DiscussionWords; refused: Failure | null };

/** Mutes whoever wrote a comment, in one's account, or hears of her again. */
export function MuteIt({ comment: { id, name, muted }, say: { acts, muting }, refused }: Props) {
  return (
    <section className="about" aria-labelledby="mute">
      <h2 id="mute">{acts.mute(name)}</h2>
      {refused && (
        <div className="say bad" role="alert">
          {refused.message}
        </div>
      )}
      <p>{muted ? muting.muted(name) : muting.hint}</p>
      <form action="/comments/mute" method="post">
        <input type="hidden" name="comment" value={id} />
        <input type="hidden" name="muted" value={muted ? "no" : "yes"} />
        <button className="button" type="submit">
          {muted ? muting.unmute(name) : acts.mute(name)}
        </button>
      </form>
    </section>
  );
}
