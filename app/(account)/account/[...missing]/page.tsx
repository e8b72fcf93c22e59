import type { Metadata } from "next";
import { ReaderRoom } from "@/app/(account)/_reader/room";
import { accountWords } from "@/components/account/words/words";
import { words } from "@/components/reader/words";
import { accountLanguage } from "@/lib/web/account-language";
import { answerWith } from "@/lib/web/reader-request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await accountLanguage()].notFound };
}

/** Every address under the account that has no page: answered in the account's own document, by whose rules its scripts may run. */
export default async function Missing() {
  answerWith(404);
  const language = await accountLanguage();
  const { title, text } = words[language].lost.missing;
  return (
    <ReaderRoom language={language} heading={title}>
      <p>{text}</p>
      <p>
        <a href="/account">{accountWords[language].account}</a> <a href="/">{accountWords[language].paper}</a>
      </p>
    </ReaderRoom>
  );
}
