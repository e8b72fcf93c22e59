import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { discussionWords } from "@/components/reader/comments/words/words";
import { languages } from "@/db/vocabulary";
import { commentToConfirm } from "@/lib/comments/reads/to-confirm";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { composeRequest } from "@/lib/web/compose-request";
import { answerWith } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";
import "@/components/reader/comments/comments.css";
import "@/components/reader/comments/about-comment.css";

// The address is a key, as that of one's own comment is.
export const metadata: Metadata = { title: "Confirm your comment", robots: { index: false }, referrer: "same-origin" };

/** Where the link in the mail to a guest leads. Opening it changes nothing: programs that read mail open links, too. */
export default async function ConfirmComment({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const comment = await commentToConfirm(token);
  const language = comment?.language ?? (await thePaper()).language;
  const { confirm: say, own, compose } = discussionWords[language];
  const refused = composeRequest()?.failure;
  if (!comment) answerWith(404);
  return (
    <Shell>
      <main id="main" className="page" lang={language} dir={languages[language].direction}>
        <div className="plain-head">
          <h1>{comment ? say.heading : say.dead}</h1>
          {comment?.headline && (
            <p>
              {compose.on} {comment.headline}
            </p>
          )}
        </div>
        <section className="comments" aria-label={own.heading}>
          {refused && comment && (
            <div className="say bad" role="alert">
              {inLanguage(refused, language).message}
            </div>
          )}
          <p className="rules">{comment ? say.text : say.deadText}</p>
          {comment && (
            <>
              <article className="comment held" aria-label={own.by(comment.name)}>
                <header>
                  <h2 dir="auto">{comment.name}</h2>
                </header>
                <div className="body" dir="auto">
                  <CommentTextView body={comment.body} />
                </div>
              </article>
              <form className="write" action="/comments/confirm" method="post">
                <input type="hidden" name="confirm" value={token} />
                <fieldset>
                  <label>
                    <input type="checkbox" name="tell" value="yes" /> {say.tell}
                  </label>
                </fieldset>
                <button className="button" type="submit">
                  {say.submit}
                </button>
              </form>
            </>
          )}
        </section>
      </main>
    </Shell>
  );
}
