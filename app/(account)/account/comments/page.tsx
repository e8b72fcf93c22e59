import type { Metadata } from "next";
import { AppealForm, ClaimForm } from "@/app/(account)/_reader/forms";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { type AccountWords, accountWords, filled } from "@/components/account/words/words";
import { AskedAbout } from "@/components/reader/comments/asked-it";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { StatementOfReasons } from "@/components/reader/comments/statement-of-reasons";
import { discussionWords } from "@/components/reader/comments/words/words";
import { printedTime } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import { type OwnCommentRow, ownComments } from "@/lib/comments/reads/own-comments";
import { type Question, questionsAbout } from "@/lib/newsroom/reads/questions";
import { accountLanguage } from "@/lib/web/account-language";
import { thePaper } from "@/lib/web/reading";
import { signedIn } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await accountLanguage()].myComments };
}

/** One's own comments, each with where it stands, why, and the way to object. */
export default async function OwnComments({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await signedIn("/account/comments");
  const { after } = await searchParams;
  const [own, language, paper] = await Promise.all([ownComments(actor, typeof after === "string" ? after : undefined), accountLanguage(), thePaper()]);
  const say = accountWords[language];
  const questions = await questionsAbout(own.rows.map(({ id }) => id));
  return (
    <ReaderRoom language={language} current="comments" heading={say.myComments}>
      {own.claimable > 0 && <ClaimForm says={own.claimable === 1 ? say.claimOne : filled(say.claimMany, { n: own.claimable.toLocaleString(language) })} take={say.claim} />}
      {own.rows.length === 0 ? (
        <>
          <p>
            <b>{say.none}</b>
          </p>
          <p className="lead">
            {say.noneYet} <a href="/">{say.paper}</a>
          </p>
        </>
      ) : (
        <ul className="own-list">
          {own.rows.map((row) => (
            <Own key={row.id} row={row} questions={questions.get(row.id) ?? []} say={say} language={language} timeZone={paper.timeZone} />
          ))}
        </ul>
      )}
      {(own.next || after) && (
        <p>
          {after && <a href="/account/comments">{say.newest}</a>} {own.next && <a href={`/account/comments?after=${own.next}`}>{say.older}</a>}
        </p>
      )}
    </ReaderRoom>
  );
}

function Own({ row, questions, say, language, timeZone }: { row: OwnCommentRow; questions: Question[]; say: AccountWords; language: Language; timeZone: string }) {
  const { own, appeal, statement } = discussionWords[language];
  const { decision } = row;
  return (
    <li id={`comment-${row.id}`}>
      <p className="where">
        {say.on} {row.path ? <a href={row.state === "published" ? `/comments/at/${row.id}#comment-${row.id}` : row.path}>{row.headline}</a> : <b>{row.headline}</b>} · <time dateTime={row.at}>{printedTime(new Date(row.at), timeZone, language)}</time> · {say.publicName} <bdi>{row.name || "—"}</bdi>
      </p>
      {row.body && (
        <div className="said" dir="auto">
          <CommentTextView body={row.body} />
        </div>
      )}
      <p>
        <span className="own-state" data-state={row.state}>
          {own.states[row.state].title}.
        </span>{" "}
        {row.reason && own.reasons[row.reason]}
      </p>
      <AskedAbout questions={questions} address={({ useId }) => `/comments/asked/${useId}`} language={language} className="asked" />
      <StatementOfReasons statement={row.statement} say={statement} className="statement" />
      {decision?.message && (
        <p>
          <b>{appeal.told}</b> <bdi>{decision.message}</bdi>
        </p>
      )}
      {decision?.appeal && (
        <p>
          {decision.appeal.outcome === "pending" ? appeal.pending : decision.appeal.outcome === "granted" ? appeal.granted : appeal.kept}
          {decision.appeal.answer && (
            <>
              {" "}
              <b>{appeal.answer}</b> <bdi>{decision.appeal.answer}</bdi>
            </>
          )}
        </p>
      )}
      {decision && !decision.appeal && <AppealForm commentId={row.id} eventId={decision.eventId} label={appeal.text} hint={appeal.hint} send={appeal.send} ask={appeal.ask} />}
    </li>
  );
}
