import { printedTime } from "@/components/reader/dates";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { tongue, writers } from "@/components/reader/front/story";
import { Picture } from "@/components/reader/picture";
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
          <li key={card.id} data-section={card.section.accent}>
            <p className="day">{say.one(index + 1)}</p>
            <div {...tongue(card, language)}>
              <CardKicker card={card} words={card.kicker} />
              <h3 className="headline h3">
                <a href={card.path}>{card.frontHeadline}</a>
              </h3>
              {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
              <p className="meta">{[...writers(card), printedTime(card.publishedAt, timeZone, card.language)].filter(Boolean).join(" · ")}</p>
            </div>
            {card.picture && (
              <figure>
                <Picture picture={card.picture} sizes="(min-width: 48rem) 14rem, 100vw" />
              </figure>
            )}
          </li>
        ))}
      </ol>
    </main>
  );
}
