import { deskTime } from "@/components/desk/editor/times";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import type { CommentStatus } from "@/db/vocabulary";
import type { Conversation } from "@/lib/moderation/reads/conversation";

/** What readers see of it, where that is not the text. */
const standing = { held: "waits", rejected: "rejected", spam: "spam", hidden: "hidden", withdrawn: "withdrawn", purged: "purged", unverified: "waits", published: null, approved: null } as const satisfies Record<CommentStatus, string | null>;

/** The thread around a comment: what opens it, what it answers, and who speaks before and after it. */
export function ConversationView({ conversation, timeZone }: { conversation: Conversation | null; timeZone: string }) {
  return (
    <section className="conversation" id="conversation" aria-labelledby="conversation-head" tabIndex={-1}>
      <h2 id="conversation-head">Conversation</h2>
      {!conversation ? (
        <p className="quiet">Choose a comment to see what it answers.</p>
      ) : (
        <>
          <p className="story" dir="auto">{conversation.story.path ? <a href={conversation.story.path}>{conversation.story.headline}</a> : conversation.story.headline}</p>
          {conversation.story.standfirst && <p className="quiet" dir="auto">{conversation.story.standfirst}</p>}
          {conversation.voices.length === 1 && <p className="quiet alone">It opens a thread; nobody has answered.</p>}
          <ol>
            {conversation.voices.map((voice) => (
              <li key={voice.id} className={voice.id === conversation.commentId ? "it" : undefined} aria-current={voice.id === conversation.commentId ? "true" : undefined}>
                <p>
                  <bdi>
                    <b>{voice.name || "Purged comment"}</b>
                  </bdi>{" "}
                  <span className="quiet">
                    {voice.to && (
                      <>
                        to <bdi>{voice.to}</bdi>,{" "}
                      </>
                    )}
                    {deskTime(voice.at, timeZone)}
                    {standing[voice.status] && `, ${standing[voice.status]}`}
                  </span>
                </p>
                <div dir="auto">
                  <CommentTextView body={voice.body} />
                </div>
              </li>
            ))}
          </ol>
          {(conversation.earlier || conversation.later) && (
            <p className="quiet">
              The thread goes on.
              {conversation.story.path && (
                <>
                  {" "}
                  <a href={`/comments/at/${conversation.commentId}`}>All of it on the page</a>
                </>
              )}
            </p>
          )}
        </>
      )}
    </section>
  );
}
