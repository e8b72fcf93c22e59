import type { DiscussionWords } from "@/components/reader/comments/words/words";
import type { Failure } from "@/lib/kernel/failure";

type Props = { comment: { id: string; likes: number; liked: boolean }; signedIn: boolean; say: DiscussionWords; refused: Failure | null };

/** Says that one likes a comment, or not any more; where nobody is signed in, the way to do so. */
export function LikeIt({ comment: { id, likes, liked }, signedIn, say, refused }: Props) {
  return (
    <section className="about" aria-labelledby="like">
      <h2 id="like">{say.about.likes}</h2>
      {refused && (
        <div className="say bad" role="alert">
          {refused.message}
        </div>
      )}
      <p>
        {liked && say.about.likeYours} {likes > 0 && say.likes(likes)}
      </p>
      {signedIn ? (
        <form action="/comments/like" method="post">
          <input type="hidden" name="comment" value={id} />
          <input type="hidden" name="liked" value={liked ? "no" : "yes"} />
          <button className="button" type="submit">
            {liked ? say.about.unlike : say.about.like}
          </button>
        </form>
      ) : (
        <p>
          <a href={`/sign-in?next=/comments/about/${id}`}>{say.acts.signIn}</a>
        </p>
      )}
    </section>
  );
}
