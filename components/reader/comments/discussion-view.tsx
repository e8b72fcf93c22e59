import { CommentFields } from "@/components/reader/comments/comment-fields";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { asBeginning, type DiscussionWords, discussionWords, scriptWords } from "@/components/reader/comments/words/words";
import { dayAndMonth, isoWithOffset, printedTime } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import type { DiscussionState } from "@/lib/comments/discussion";
import { lengthOfTime } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import type { DiscussionPage, ShownComment, ShownThread } from "@/lib/comments/reads/discussion";

type Props = { discussion: DiscussionPage; article: { id: string; path: string; language: Language }; timeZone: string };

/** The place under a story where readers talk. */
export function DiscussionView({ discussion, article, timeZone }: Props) {
  const say = discussionWords[article.language];
  const { state, pinnedNote, visible, threads, older, paged } = discussion;
  const lastDay = state.closesAt ? dayAndMonth(state.closesAt, timeZone, article.language) : "";
  return (
    <section className="comments after" id="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">{say.heading}</h2>
      <p className="state">
        {state.open ? (
          <>
            {visible > 0 && <b>{say.count(visible)} · </b>}
            {howItIsOpen(state, lastDay, article.language)
              .map((words, place) => (place === 0 && visible === 0 ? asBeginning(words, article.language) : words))
              .join(" · ")}
          </>
        ) : (
          <>
            {state.why === "off" ? say.off : lastDay ? say.closed(lastDay) : ""} {visible > 0 && <b>{say.count(visible)}</b>}
          </>
        )}
      </p>
      {pinnedNote !== "" && state.why !== "off" && (
        <div className="pinned" role="note" aria-label={say.fromNewsroom}>
          <b>{say.fromNewsroom}</b>
          <p dir="auto">{pinnedNote}</p>
        </div>
      )}
      {state.open && (
        <>
          <p className="rules">{say.rules}</p>
          {state.membersOnly && (
            <p className="rules">
              {say.members} <a href={`/sign-in?next=${encodeURIComponent(`${article.path}#comments`)}`}>{say.signIn}</a>
            </p>
          )}
          <comment-form data-replying={say.replyingTo("…")} data-cancel={say.cancel} data-most={commentSettings.text.most} data-words={JSON.stringify(scriptWords(say))}>
            <form className="write" action={`/comments/compose?article=${article.id}`} method="post">
              <CommentFields typed={{ articleId: article.id }} say={say} members={state.membersOnly} />
            </form>
          </comment-form>
        </>
      )}
      {visible === 0 && threads.length === 0 && state.open && <p className="state nobody">{say.nobody}</p>}
      {threads.length > 0 && (
        <ol className="thread">
          {threads.map((thread) => (
            <Thread key={thread.root.id} thread={thread} article={article} timeZone={timeZone} say={say} open={state.open} />
          ))}
        </ol>
      )}
      {(older || paged) && (
        <p className="more-comments">
          {older && (
            <a className="button" rel="next" href={`${article.path}?c=${older}#comments`}>
              {say.more}
            </a>
          )}{" "}
          {paged && (
            <a className="button" rel="prev" href={`${article.path}#comments`}>
              {say.newest}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** Until when it is open, whose comments are read first, and how slowly it goes. */
function howItIsOpen({ closesAt, reviewed, slowModeSeconds }: DiscussionState, lastDay: string, language: Language): string[] {
  const say = discussionWords[language];
  return [closesAt ? say.openUntil(lastDay) : say.staysOpen, reviewed ? say.reviewedAll : say.reviewed, ...(slowModeSeconds > 0 ? [say.slow(lengthOfTime(slowModeSeconds, language))] : [])];
}

type Around = { article: Props["article"]; timeZone: string; say: DiscussionWords; open: boolean };

function Thread({ thread, ...around }: { thread: ShownThread } & Around) {
  const { say, article } = around;
  return (
    <li>
      <Comment comment={thread.root} level={3} {...around} />
      {(thread.replies.length > 0 || thread.moreReplies > 0) && (
        <ol className="replies" aria-label={say.repliesTo(thread.root.name ?? "…")}>
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              {/* Where the first one is gone, its heading is too. */}
              <Comment comment={reply} level={thread.root.name && thread.root.body ? 4 : 3} {...around} />
            </li>
          ))}
          {thread.moreReplies > 0 && (
            <li>
              <p className="more-comments">
                <a href={`${article.path}?c=thread.${thread.root.id}#comments`}>{say.moreReplies(thread.moreReplies)}</a>
              </p>
            </li>
          )}
        </ol>
      )}
    </li>
  );
}

function Comment({ comment, level, article, timeZone, say, open }: { comment: ShownComment; level: 3 | 4 } & Around) {
  if (!comment.name || !comment.body)
    return (
      <p className="comment gone" id={`comment-${comment.id}`}>
        {say.gone[comment.mark ?? "removed"]}
      </p>
    );
  const Heading = `h${level}` as "h3" | "h4";
  const when = printedTime(comment.at, timeZone, article.language);
  return (
    <article className="comment" id={`comment-${comment.id}`} aria-labelledby={`name-${comment.id}`}>
      <header>
        <Heading id={`name-${comment.id}`} dir="auto">
          {comment.name}
        </Heading>
        {comment.badge && <span className={comment.badge === "staff" ? "badge staff" : "badge staff author"}>{comment.badge === "author" ? say.author : say.staff}</span>}
        <time dateTime={isoWithOffset(comment.at, timeZone)}>{when}</time>
      </header>
      {comment.inReplyTo && (
        <p className="to">
          {say.inReplyTo} <a href={`#comment-${comment.inReplyTo.id}`}>{comment.inReplyTo.name || "…"}</a>
        </p>
      )}
      <div className="body" dir="auto">
        <CommentTextView body={comment.body} />
      </div>
      {open && (
        <div className="acts">
          <a href={`/comments/compose?article=${article.id}&parent=${comment.id}`} rel="nofollow" aria-label={`${say.replyTo(comment.name)}, ${when}`}>
            {say.reply}
          </a>
        </div>
      )}
    </article>
  );
}
