import type { Metadata } from "next";
import { Shell } from "@/app/_reader/shell";
import { longDay } from "@/components/reader/dates";
import { archiveDays } from "@/lib/articles/reads/lists";
import { words } from "@/components/reader/words";
import { digits } from "@/components/reader/words/counted";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export async function generateMetadata(): Promise<Metadata> {
  const paper = await thePaper();
  return { title: `${words[paper.language].archive.title} · ${paper.name}`, alternates: { canonical: `${origin()}/archive` } };
}

export default async function Archive() {
  noteTags("articles");
  const paper = await thePaper();
  const say = words[paper.language].archive;
  const days = await archiveDays(paper.timeZone);
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{say.title}</h1>
          <p>{say.about}</p>
        </div>
        {days.length === 0 && <p className="nothing">{say.nothing}</p>}
        <ul className="days">
          {days.map(({ day, number }) => (
            <li key={day}>
              <a href={`/archive/${day}`}>
                <time dateTime={day}>{longDay(new Date(`${day}T12:00:00Z`), "UTC", paper.language)}</time>
                <span>{digits(paper.language, number)}</span>
              </a>
            </li>
          ))}
        </ul>
      </main>
    </Shell>
  );
}
