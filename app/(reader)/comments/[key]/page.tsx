import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { reasonSentences } from "@/lib/comments/comment";
import { ownComment } from "@/lib/comments/reads/discussion";
import "@/components/reader/comments/comments.css";

export const metadata: Metadata = { title: "Your comment", robots: { index: false }, referrer: "no-referrer" };

/** A commenter's own comment and where it stands. Whoever has the address may see it; nobody else can guess it. */
export default async function OwnCommentPage({ params }: { params: Promise<{ key: string }> }) {
  const comment = await ownComment((await params).key);
  if (!comment) return <NotHere />;
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>Your comment</h1>
          <p>
            On <a href={comment.visible ? `${comment.storyPath}#comment-${comment.id}` : `${comment.storyPath}#comments`}>{comment.storyHeadline}</a>
          </p>
        </div>
        <section className="comments" aria-label="Where it stands">
          <div className={comment.visible ? "say good" : "say warn"} role="status">
            <b>{comment.title}.</b> {comment.text} {comment.reason && reasonSentences[comment.reason as keyof typeof reasonSentences]}
          </div>
          <article className={comment.visible ? "comment" : "comment held"} aria-label={`Comment by ${comment.name}`}>
            <header>
              <h2>{comment.name}</h2>
            </header>
            <div className="body" dir="auto">
              <CommentTextView body={comment.body} />
            </div>
          </article>
          <p className="rules">Keep this address to come back and see what became of it.</p>
        </section>
      </main>
    </Shell>
  );
}
