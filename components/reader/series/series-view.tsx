import { printedTime } from "@/components/reader/dates";
import { RiverStory } from "@/components/reader/front/river-story";
import { words } from "@/components/reader/words";
import type { SeriesPage } from "@/lib/series/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** A series' own page: what it is about, and its public parts in the order in which they are read. */
export function SeriesView({ series: { title, intro, parts }, paper: { language, timeZone } }: { series: SeriesPage; paper: PaperSettings }) {
  const say = words[language].series;
  return (
    <main id="main" className="page">
      <div className="plain-head">
        <h1 dir="auto">{title}</h1>
        {intro && <p dir="auto">{intro}</p>}
        <p>
          {say.name} · {say.parts(parts.length)}
        </p>
      </div>
      <h2 className="hidden">{words[language].stories}</h2>
      <ol className="river">
        {parts.map((card, index) => (
          <RiverStory key={card.id} card={card} mark={say.one(index + 1)} when={printedTime(card.publishedAt, timeZone, card.language)} language={language} />
        ))}
      </ol>
    </main>
  );
}
