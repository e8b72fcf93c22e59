import { clockTime } from "@/components/reader/dates";
import { Flag } from "@/components/reader/flag";
import { Pages, River } from "@/components/reader/front/river";
import { Story } from "@/components/reader/front/story";
import { words } from "@/components/reader/words";
import type { CardList, SectionName } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { section: SectionName & { description: string }; list: CardList; paper: PaperSettings; now: Date };

/** A section's page: on the first its newest stories large, on every one the rest as they came. */
export function SectionFront({ section, list, paper, now }: Props) {
  const { language, timeZone } = paper;
  const say = words[language];
  const { cards } = list;
  const [first, ...rest] = cards;
  const paged = list.newer !== null;
  const top = paged ? [] : rest.slice(0, 3);
  const river = paged ? cards : rest.slice(3);
  return (
    <main id="main" className="page" data-section={section.accent}>
      <div className="section-head">
        <h1>
          <Flag accent={section.accent} />
          {section.name}
        </h1>
        {section.description && <p>{section.description}</p>}
      </div>
      {!first && <p className="nothing">{say.nothingInSection}</p>}
      {first && !paged && (
        <div className="grid ruled row front opened">
          <div className="c8">
            <Story card={first} around={language} size="h1" level={2} picture="first" standfirst meta={clockTime(first.publishedAt, timeZone, first.language)} sizes="(min-width: 48rem) 52rem, 100vw" />
          </div>
          {top.length > 0 && (
            <div className="c4">
              {top.map((card, index) => (
                <Story key={card.id} card={card} around={language} level={2} size={index === 0 ? "h3" : "h4"} picture={index === 0 ? "yes" : "no"} />
              ))}
            </div>
          )}
        </div>
      )}
      {river.length > 0 && (
        <section className="block" aria-labelledby="earlier">
          <h2 className="label" id="earlier">
            {say.earlier}
          </h2>
          <River cards={river} paper={paper} now={now} />
        </section>
      )}
      <Pages path={`/${section.slug}`} list={list} language={language} />
    </main>
  );
}
