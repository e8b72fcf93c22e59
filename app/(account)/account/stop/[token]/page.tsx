import type { Metadata } from "next";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { accountWords } from "@/components/account/words/words";
import { readStopToken } from "@/lib/notices/stop-token";
import { accountLanguage } from "@/lib/web/account-language";

export const metadata: Metadata = { title: "No more mail", referrer: "same-origin" };

/** Where one ends mails about comments, from the address in each of them. Opening it changes nothing. */
export default async function Stop({ params, searchParams }: { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string }> }) {
  const [{ token }, { done }, language] = await Promise.all([params, searchParams, accountLanguage()]);
  const say = accountWords[language];
  const known = readStopToken(token) !== null;
  return (
    <ReaderRoom language={language} heading={known ? say.stop : say.dead}>
      {known && done && (
        <div className="notice good" role="status">
          {say.stopped}
        </div>
      )}
      {known && !done && (
        <form action={`/api/v1/notices/stop/${token}`} method="post" className="stack">
          <p>{say.stopAsk}</p>
          <input type="hidden" name="page" value="1" />
          <button className="btn first" type="submit">
            {say.stopButton}
          </button>
        </form>
      )}
    </ReaderRoom>
  );
}
