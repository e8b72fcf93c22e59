import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { longDay } from "@/components/reader/dates";
import { River } from "@/components/reader/front/river";
import { dayCards } from "@/lib/articles/reads/lists";
import { words } from "@/components/reader/words";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

type Props = { params: Promise<{ day: string }> };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.startsWith(text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { day } = await params;
  const { name, language } = await thePaper();
  return isDay(day) ? { title: `${longDay(new Date(`${day}T12:00:00Z`), "UTC", language)} · ${name}`, alternates: { canonical: `${origin()}/archive/${day}` } } : { title: `${words[language].notFound} · ${name}`, robots: { index: false } };
}

export default async function ArchiveDay({ params }: Props) {
  noteTags("articles");
  const { day } = await params;
  const paper = await thePaper();
  const cards = isDay(day) ? await dayCards(day, paper.timeZone) : [];
  if (cards.length === 0) return <NotHere />;
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{longDay(new Date(`${day}T12:00:00Z`), "UTC", paper.language)}</h1>
          <p>
            <a href="/archive">{words[paper.language].archive.allDays}</a>
          </p>
        </div>
        <h2 className="hidden">{words[paper.language].stories}</h2>
        <River cards={cards} paper={paper} now={new Date()} showSection />
      </main>
    </Shell>
  );
}
