import type { Metadata } from "next";
import { cookies } from "next/headers";
import { DeadLink, OutsideReview, WhoReads } from "@/components/outside/outside-review";
import { reviewWords } from "@/components/outside/review-words";
import { type Language, languages } from "@/db/vocabulary";
import { machineNow } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { outsideView } from "@/lib/outside-reviews/reads/outside-view";
import { readerCookie, stoppedAtTheDoor } from "@/lib/outside-reviews/reader-cookie";
import { composeRequest } from "@/lib/web/compose-request";
import { answerWith } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";

/** The page is named by nothing of the story: its title stands in histories and in tabs that others see. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: reviewWords[(await thePaper()).language].title, robots: { index: false, follow: false }, referrer: "no-referrer" };
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ said?: string | string[] }> };

/** What a link for somebody outside leads to: one version of one story, once she has said who she is. */
export default async function ForReview({ params, searchParams }: Props) {
  const [{ token }, { said }, paper, kept] = await Promise.all([params, searchParams, thePaper(), cookies()]);
  const { failure, typed, as } = composeRequest() ?? { failure: null, typed: {}, as: null };
  const { language, timeZone } = paper;
  const isStopped = as === stoppedAtTheDoor;
  const view = isStopped ? null : await outsideView(token, kept.get(readerCookie)?.value ?? null, timeZone);
  if (!view) {
    if (!isStopped) answerWith(404);
    return <DeadLink language={language} isStopped={isStopped} />;
  }
  const asked = { home: `/for-review/${token}`, language, failure, typed };
  const { reader, version } = view;
  if (!reader || !version) return <WhoReads view={view} paperName={paper.name} {...asked} />;
  return <OutsideReview view={view} version={version} reader={reader} {...asked} until={inWords(new Date(view.expiresAt), language, timeZone)} today={inWords(machineNow(), language, timeZone)} said={typeof said === "string" ? said : null} once={newId} />;
}

const inWords = (at: Date, language: Language, timeZone: string) => new Intl.DateTimeFormat(languages[language].locale.replace("_", "-"), { timeZone, dateStyle: "long", timeStyle: "short" }).format(at);
