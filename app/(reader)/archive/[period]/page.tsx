import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { YearOfArchive } from "@/app/(reader)/archive/year";
import { longDay, yearName } from "@/components/reader/dates";
import { Pages, River } from "@/components/reader/front/river";
import { words } from "@/components/reader/words";
import { archiveYears, dayPage, daysBeside } from "@/lib/articles/reads/archive";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

type Props = { params: Promise<{ period: string }>; searchParams: Promise<{ before?: string }> };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { period } = await params;
  const { name, language, timeZone } = await thePaper();
  const canonical = { canonical: `${origin()}/archive/${period}` };
  if (isDay(period)) return { title: `${longDay(new Date(period), "UTC", language)} · ${name}`, alternates: canonical };
  const year = (await archiveYears(timeZone)).find((one) => String(one) === period);
  if (year !== undefined) return { title: `${words[language].archive.title} ${yearName(year, language)} · ${name}`, alternates: canonical };
  return { title: `${words[language].notFound} · ${name}`, robots: { index: false } };
}

/** A day of the archive, "2026-11-26", or a year of it, "2026". */
export default async function ArchivePeriod({ params, searchParams }: Props) {
  noteTags("articles");
  const { period } = await params;
  const paper = await thePaper();
  if (!isDay(period)) {
    const years = await archiveYears(paper.timeZone);
    const year = years.find((one) => String(one) === period);
    if (year === undefined) return <NotHere />;
    return (
      <Shell>
        <YearOfArchive paper={paper} years={years} year={year} />
      </Shell>
    );
  }
  const [list, beside] = await Promise.all([dayPage(period, paper.timeZone, (await searchParams).before), daysBeside(period, paper.timeZone)]);
  if (list.cards.length === 0) return <NotHere />;
  const { archive, stories } = words[paper.language];
  const named = (day: string) => longDay(new Date(day), "UTC", paper.language);
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{named(period)}</h1>
          <p>
            <a href={`/archive/${period.slice(0, 4)}`}>{archive.allDays}</a>
          </p>
        </div>
        <h2 className="hidden">{stories}</h2>
        <River cards={list.cards} paper={paper} now={new Date()} showSection />
        <Pages path={`/archive/${period}`} list={list} language={paper.language} />
        <nav className="days-beside" aria-label={archive.otherDays}>
          {beside.before && (
            <a href={`/archive/${beside.before}`} rel="prev">
              {named(beside.before)}
            </a>
          )}
          {beside.after && (
            <a href={`/archive/${beside.after}`} rel="next">
              {named(beside.after)}
            </a>
          )}
        </nav>
      </main>
    </Shell>
  );
}
