import { deskTime } from "@/components/desk/editor/times";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import type { CommentStatus } from "@/db/vocabulary";
import type { CommentOfHers } from "@/lib/sanctions/reads/commenter-page";

const states = { unverified: "Not confirmed", held: "Waiting", published: "Shown, unread", approved: "Approved", hidden: "Hidden", rejected: "Rejected", spam: "Spam", withdrawn: "Withdrawn", purged: "Purged" } satisfies Record<CommentStatus, string>;

/** Somebody's last comments, newest first, each with its state. */
export function LastComments({ comments, timeZone }: { comments: CommentOfHers[]; timeZone: string }) {
  if (comments.length === 0) return <p className="quiet">None.</p>;
  return (
    <ol className="commenter-comments">
      {comments.map(({ id, status, reason, at, body, story }) => (
        <li key={id}>
          <p className="quiet">
            <b data-status={status}>
              {states[status]}
              {reason && `: ${reason.replaceAll("_", " ")}`}
            </b>
            {" · "}
            <time dateTime={at}>{deskTime(at, timeZone)}</time>
            {" · "}
            {story.path ? <a href={status === "published" || status === "approved" ? `/comments/at/${id}#comment-${id}` : story.path}>{story.headline}</a> : <bdi>{story.headline}</bdi>}
          </p>
          {body.blocks.length > 0 && (
            <div className="commenter-said" dir="auto">
              <CommentTextView body={body} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
