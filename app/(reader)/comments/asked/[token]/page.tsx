import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { AskedIt } from "@/components/reader/comments/asked-it";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { discussionWords } from "@/components/reader/comments/words/words";
import { languages } from "@/db/vocabulary";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { isUuid } from "@/lib/kernel/uuid";
import { questionsBehind } from "@/lib/newsroom/reads/questions";
import { askedWords } from "@/lib/newsroom/words";
import { composeRequest } from "@/lib/web/compose-request";
import { answerWith } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";
import { currentActor } from "@/lib/web/session";
import "@/components/reader/comments/comments.css";
import "@/components/reader/comments/about-comment.css";

// The address is a key, as that of one's own comment is.
export const metadata: Metadata = { title: "A question from the newsroom", robots: { index: false }, referrer: "same-origin" };

/** What the newsroom asks the author of a comment, and what she answered. Opening it changes nothing: programs that read mail open links, too. */
export default async function Asked({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, actor, paper] = await Promise.all([params, currentActor(), thePaper()]);
  const found = await questionsBehind(actor, token);
  const language = found?.language ?? paper.language;
  const say = askedWords[language];
  const { own, compose } = discussionWords[language];
  const request = composeRequest();
  // Who is not known yet is not told that the comment is gone: nobody looked for hers.
  const mustSignIn = !found && actor.kind !== "person" && isUuid(token);
  if (!found) answerWith(mustSignIn ? 403 : 404);
  return (
    <Shell>
      <main id="main" className="page" lang={language} dir={languages[language].direction}>
        <div className="plain-head">
          <h1>{found ? say.heading : mustSignIn ? say.signIn : say.dead}</h1>
          {found?.headline && (
            <p>
              {compose.on} {found.headline}
            </p>
          )}
        </div>
        <section className="comments" aria-label={say.heading}>
          {!found && <p className="rules">{mustSignIn ? say.signInText : say.deadText}</p>}
          {mustSignIn && (
            <p>
              <a href={`/sign-in?next=/comments/asked/${token}`}>{own.withdraw.signIn}</a>
            </p>
          )}
          {found && (
            <article className="comment held" aria-label={own.by(found.name)}>
              <header>
                <h2 dir="auto">{found.name}</h2>
              </header>
              <div className="body" dir="auto">
                <CommentTextView body={found.body} />
              </div>
            </article>
          )}
          {found?.questions.map((question) => {
            const isIts = request?.typed.question === question.consentId;
            return <AskedIt key={question.consentId} question={question} asked={token} name={found.name} language={language} timeZone={paper.timeZone} typed={isIts ? (request?.typed ?? {}) : {}} refused={isIts && request?.failure ? inLanguage(request.failure, language) : null} />;
          })}
        </section>
      </main>
    </Shell>
  );
}
