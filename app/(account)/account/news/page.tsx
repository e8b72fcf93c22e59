import type { Metadata } from "next";
import { ChooseForm, ReadNewsForm, UnfollowForm, UnmuteForm } from "@/app/(account)/_reader/forms";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { type AccountWords, accountWords, filled } from "@/components/account/words/words";
import { printedTime } from "@/components/reader/dates";
import { ownMutes } from "@/lib/comments/reads/mutes";
import { mailServer } from "@/lib/mail/reads/mails";
import { type NoticeRow, ownNews } from "@/lib/notices/reads/notices";
import { may } from "@/lib/policy/ability";
import { accountLanguage } from "@/lib/web/account-language";
import { thePaper } from "@/lib/web/reading";
import { signedIn } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await accountLanguage()].news };
}

/** What is new for a commenter, of what she is told and how, the threads that she follows, and whom she muted. */
export default async function News() {
  const actor = await signedIn("/account/news");
  const [news, muted, language, paper] = await Promise.all([ownNews(actor), ownMutes(actor.personId), accountLanguage(), thePaper()]);
  const say = accountWords[language];
  return (
    <ReaderRoom language={language} current="news" heading={say.news}>
      {news.rows.length === 0 && <p className="lead">{say.nothingNew}</p>}
      <ul className="own-list">
        {news.rows.map((row) => (
          <li key={row.id}>
            <p>
              {row.fresh && <span className="fresh">{say.fresh}</span>}
              {row.path ? <a href={row.path}>{sentence(row, say)}</a> : sentence(row, say)}
            </p>
            <p className="where">
              <bdi>{row.headline}</bdi> · <time dateTime={row.at}>{printedTime(new Date(row.at), paper.timeZone, language)}</time>
            </p>
          </li>
        ))}
      </ul>
      {news.rows.some(({ fresh }) => fresh) && <ReadNewsForm markRead={say.markRead} />}
      <h2>{say.choose}</h2>
      <ChooseForm say={say} choices={news.choices} pace={news.pace} language={news.language ?? language} mails={mailServer() !== null} writes={may(actor, "desk.enter")} />
      <h2>{say.follows}</h2>
      {news.follows.length === 0 && <p className="lead">{say.followsNone}</p>}
      <ul className="own-list">
        {news.follows.map((thread) => {
          const of = thread.name ? filled(say.threadBy, { name: thread.name }) : say.goneNow;
          return (
            <li key={thread.rootId}>
              <p>{thread.path ? <a href={thread.path}>{of}</a> : of}</p>
              <p className="where">
                <bdi>{thread.headline}</bdi>
              </p>
              {thread.quiet && <p>{say.quietThread}</p>}
              <UnfollowForm rootId={thread.rootId} unfollow={thread.quiet ? say.hearAgain : say.unfollow} of={of} />
            </li>
          );
        })}
      </ul>
      {muted.length > 0 && <h2>{say.mutes}</h2>}
      {muted.length > 0 && (
        <ul className="own-list">
          {muted.map(({ id, name }) => (
            <li key={id}>
              <p>
                <bdi>{name}</bdi>
              </p>
              <UnmuteForm muteId={id} unmute={filled(say.unmute, { name })} />
            </li>
          ))}
        </ul>
      )}
    </ReaderRoom>
  );
}

function sentence({ kind, status, name }: NoticeRow, say: AccountWords): string {
  if (kind === "decision") return status === "rejected" ? say.kindRejected : status === "hidden" ? say.kindHidden : say.kindApproved;
  if (kind === "picked") return say.kindPicked;
  return name ? filled({ answer: say.kindAnswer, thread: say.kindThread, question: say.kindQuestion }[kind], { name }) : say.goneNow;
}
