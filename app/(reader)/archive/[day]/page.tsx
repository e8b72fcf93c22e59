import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { longDay } from "@/components/reader/dates";
import { River } from "@/components/reader/front/river";
import { dayCards } from "@/lib/articles/reads/lists";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

type Props = { params: Promise<{ day: string }> };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.startsWith(text);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { day } = await params;
  const { name } = await thePaper();
  return isDay(day) ? { title: `${longDay(new Date(`${day}T12:00:00Z`), "UTC")} · ${name}`, alternates: { canonical: `${origin()}/archive/${day}` } } : { title: `Not found · ${name}`, robots: { index: false } };
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
          <h1>{longDay(new Date(`${day}T12:00:00Z`), "UTC")}</h1>
          <p>
            <a href="/archive">All days</a>
          </p>
        </div>
        <h2 className="hidden">Stories</h2>
        <River cards={cards} timeZone={paper.timeZone} now={new Date()} showSection />
      </main>
    </Shell>
  );
}
