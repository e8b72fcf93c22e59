import type { Metadata } from "next";
import { DeleteForm, KeepForm } from "@/app/(account)/_reader/forms";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { accountWords, filled } from "@/components/account/words/words";
import { printedTime } from "@/components/reader/dates";
import { ownDeletion } from "@/lib/commenters/reads/own-data";
import { lengthOfTime } from "@/lib/comments/refusals/refusal";
import { accountLanguage } from "@/lib/web/account-language";
import { thePaper } from "@/lib/web/reading";
import { signedIn } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await accountLanguage()].data };
}

/** A copy of everything that the paper keeps of somebody, and the way to take it away. */
export default async function OwnDataPage({ searchParams }: { searchParams: Promise<{ later?: string | string[] }> }) {
  const actor = await signedIn("/account/data");
  const [{ later }, deletion, language, paper] = await Promise.all([searchParams, ownDeletion(actor), accountLanguage(), thePaper()]);
  const say = accountWords[language];
  const wait = typeof later === "string" && /^\d{1,7}$/.test(later) ? Number(later) : null;
  return (
    <ReaderRoom language={language} current="data" heading={say.data}>
      <h2>{say.copy}</h2>
      <p className="lead">{say.copyText}</p>
      {wait !== null && (
        <p className="notice" role="alert">
          {filled(say.copyLater, { wait: lengthOfTime(wait, language) })}
        </p>
      )}
      <form action="/api/v1/account/copy" method="post">
        <button className="btn" type="submit" name="as" value="json">
          {say.copyJson}
        </button>{" "}
        <button className="btn" type="submit" name="as" value="csv">
          {say.copyCsv}
        </button>
      </form>
      <h2>{say.remove}</h2>
      {deletion ? (
        <>
          <p className="notice">{filled(say.pending, { day: printedTime(new Date(deletion.dueAt), paper.timeZone, language) })}</p>
          <KeepForm keep={say.keepAccount} />
        </>
      ) : actor.role === "reader" ? (
        <>
          <p className="lead">{say.removeText}</p>
          <DeleteForm say={say} />
        </>
      ) : (
        <p className="lead">{say.removeStaff}</p>
      )}
    </ReaderRoom>
  );
}
