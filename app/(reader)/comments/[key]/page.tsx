import type { Metadata } from "next";
import { NotHere, RefusedFormHere, Shell } from "@/app/_reader/shell";
import { OwnSanctions } from "@/components/account/own-sanctions";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { AskedAbout } from "@/components/reader/comments/asked-it";
import { AppealIt } from "@/components/reader/comments/appeal-it";
import { EditOwn } from "@/components/reader/comments/edit-own";
import { StatementOfReasons } from "@/components/reader/comments/statement-of-reasons";
import { Withdraw } from "@/components/reader/comments/withdraw";
import { discussionWords } from "@/components/reader/comments/words/words";
import { languages } from "@/db/vocabulary";
import { ownComment } from "@/lib/comments/reads/own-comment";
import { inLanguage, isTooLong } from "@/lib/comments/refusals/refusal";
import { questionsAbout } from "@/lib/newsroom/reads/questions";
import { sanctionsOfGuest } from "@/lib/sanctions/reads/own-sanctions";
import { composeRequest } from "@/lib/web/compose-request";
import { thePaper } from "@/lib/web/reading";
import "@/components/reader/comments/comments.css";
import "@/components/reader/comments/about-comment.css";

// The address is a key: it goes to no other site. To our own it does, so that the browser says whence the form comes.
export const metadata: Metadata = { title: "Your comment", robots: { index: false }, referrer: "same-origin" };

/**
 * A commenter's own comment and where it stands, in the language of its story. Whoever has the address may see it; nobody else can guess
 * it. After a refused withdrawal the server hands over why (server/withdraw.ts).
 */
export default async function OwnCommentPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const asked = composeRequest();
  const refused = asked?.failure;
  const editing = asked?.typed.act === "edit";
  const appealing = asked?.typed.act === "appeal";
  const comment = await ownComment(key);
  if (!comment) return refused && isTooLong(refused) ? <RefusedFormHere why="tooLong" /> : <NotHere />;
  const { language, state, said } = comment;
  const say = discussionWords[language];
  const { own, compose } = say;
  const published = state === "published";
  const [sanctions, { timeZone }, questions] = await Promise.all([sanctionsOfGuest(comment.id, language), thePaper(), questionsAbout([comment.id])]);
  return (
    <Shell>
      <main id="main" className="page" lang={language} dir={languages[language].direction}>
        <div className="plain-head">
          <h1>{own.heading}</h1>
          <p>
            {compose.on} <a href={published ? `${comment.storyPath}#comment-${comment.id}` : `${comment.storyPath}#comments`}>{comment.storyHeadline ?? own.storyGone}</a>
          </p>
        </div>
        <section className="comments" aria-label={own.where}>
          <div className={published ? "say good" : "say warn"} role="status" data-state={state}>
            <b>{own.states[state].title}.</b> {own.states[state].text} {comment.reason && own.reasons[comment.reason]}
          </div>
          <StatementOfReasons statement={comment.statement} say={say.statement} className="statement" />
          <AskedAbout questions={questions.get(comment.id) ?? []} address={({ useId }) => `/comments/asked/${comment.asGuest ? key : useId}`} language={language} className="say warn" />
          <OwnSanctions sanctions={sanctions} language={language} timeZone={timeZone} className="say bad" />
          {said && (
            <>
              <article className={published ? "comment" : "comment held"} aria-label={own.by(said.name)}>
                <header>
                  <h2 dir="auto">{said.name}</h2>
                </header>
                <div className="body" dir="auto">
                  <CommentTextView body={said.body} />
                </div>
              </article>
              {comment.edit && <EditOwn of={{ key }} edit={comment.edit} typed={editing ? asked?.typed.text : undefined} language={language} refused={refused && editing ? inLanguage(refused, language) : null} />}
              {refused && editing && !comment.edit && (
                <div className="say bad" role="alert">
                  <b>{say.about.edit.refused}</b> {inLanguage(refused, language).message}
                </div>
              )}
              {comment.decision && <AppealIt commentKey={key} decision={comment.decision} say={say} typed={appealing ? asked?.typed.text : undefined} refused={refused && appealing ? inLanguage(refused, language) : null} />}
              {refused && appealing && !comment.decision && (
                <div className="say bad" role="alert">
                  <b>{say.appeal.refused}</b> {inLanguage(refused, language).message}
                </div>
              )}
              <Withdraw commentKey={key} say={own.withdraw} refused={refused && !editing && !appealing ? inLanguage(refused, language) : null} />
            </>
          )}
          <p className="rules">{own.keep}</p>
        </section>
      </main>
    </Shell>
  );
}
