import { CommentTextView } from "@/components/reader/comments/comment-text";
import type { DiscussionWords } from "@/components/reader/comments/words/words";
import { isoWithOffset, printedTime, timeBeside } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import type { ShownComment, ShownThread } from "@/lib/comments/reads/discussion";

/** `chosen`: the comment whose own address this is. */
type Around = { article: { id: string; path: string; language: Language }; timeZone: string; say: DiscussionWords; open: boolean; chosen?: string };

/** Threads with their replies, in two levels. */
export function Threads({ threads, ...around }: { threads: readonly ShownThread[] } & Around) {
  return (
    <ol className="thread">
      {threads.map((thread) => (
        <Thread key={thread.root.id} thread={thread} {...around} />
      ))}
    </ol>
  );
}

function Thread({ thread: { root, replies, earlier, more }, ...around }: { thread: ShownThread } & Around) {
  const { say, article } = around;
  return (
    <li>
      <Comment comment={root} level={3} {...around} />
      {(replies.length > 0 || more) && (
        <ol className="replies" aria-label={say.repliesTo(root.name ?? "…")}>
          {earlier && (
            <li>
              <p className="more-comments">
                <a href={`${article.path}?c=thread.${root.id}#comments`}>{say.earlierReplies}</a>
              </p>
            </li>
          )}
          {replies.map((reply) => (
            <li key={reply.id}>
              {/* Where the first one is gone, its heading is too. */}
              <Comment comment={reply} level={root.name && root.body ? 4 : 3} {...around} />
            </li>
          ))}
          {more && (
            <li>
              <p className="more-comments">
                <a href={`${article.path}?c=${more.cursor}#comments`}>{say.moreReplies(more.replies)}</a>
              </p>
            </li>
          )}
        </ol>
      )}
    </li>
  );
}

function Comment({ comment, level, article, timeZone, say, open, chosen }: { comment: ShownComment; level: 3 | 4 } & Around) {
  if (!comment.name || !comment.body)
    return (
      <p className="comment gone" id={`comment-${comment.id}`}>
        {say.gone[comment.mark ?? "removed"]}
      </p>
    );
  const Heading = `h${level}` as "h3" | "h4";
  const when = printedTime(comment.at, timeZone, article.language);
  return (
    <article className={comment.id === chosen ? "comment chosen" : "comment"} id={`comment-${comment.id}`} aria-labelledby={`name-${comment.id}`}>
      <header>
        <Heading id={`name-${comment.id}`} dir="auto">
          {comment.name}
        </Heading>
        {comment.badge && <span className={comment.badge === "staff" ? "badge staff" : "badge"}>{comment.badge === "author" ? say.author : say.staff}</span>}
        <a href={`/comments/at/${comment.id}`}>
          <time dateTime={isoWithOffset(comment.at, timeZone)}>{when}</time>
        </a>
        {comment.editedAt && <span>{say.edited(timeBeside(comment.editedAt, comment.at, timeZone, article.language))}</span>}
      </header>
      {comment.picked && <p className="picked">{say.picked}</p>}
      {comment.inReplyTo && (
        <p className="to">
          {say.inReplyTo} <a href={`#comment-${comment.inReplyTo.id}`}>{comment.inReplyTo.name || "…"}</a>
        </p>
      )}
      <div className="body" dir="auto">
        <CommentTextView body={comment.body} />
      </div>
      <div className="acts">
        {open && (
          <a href={`/comments/compose?article=${article.id}&parent=${comment.id}`} rel="nofollow" aria-label={`${say.replyTo(comment.name)}, ${when}`}>
            {say.reply}
          </a>
        )}
        {comment.likes > 0 && <span className="likes">{say.likes(comment.likes)}</span>}
        {comment.id === chosen && (
          <a href={`/comments/about/${comment.id}`} rel="nofollow" aria-label={`${say.acts.about(comment.name)}, ${when}`}>
            {say.acts.more}
          </a>
        )}
      </div>
    </article>
  );
}
