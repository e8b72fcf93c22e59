import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { longDay } from "@/components/reader/dates";
import { archiveDays } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `Archive · ${(await thePaper()).name}`, alternates: { canonical: `${origin()}/archive` } };
}

export default async function Archive() {
  noteTags("articles");
  const paper = await thePaper();
  const days = await archiveDays(paper.timeZone);
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>Archive</h1>
          <p>Every day on which something appeared.</p>
        </div>
        {days.length === 0 && <p className="nothing">Nothing has been published yet.</p>}
        <ul className="days">
          {days.map(({ day, number }) => (
            <li key={day}>
              <a href={`/archive/${day}`}>
                <time dateTime={day}>{longDay(new Date(`${day}T12:00:00Z`), "UTC")}</time>
                <span>{number}</span>
              </a>
            </li>
          ))}
        </ul>
      </main>
    </Shell>
  );
}
