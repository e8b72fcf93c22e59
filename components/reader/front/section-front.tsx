import { clockTime } from "@/components/reader/dates";
import { SectionStructuredData } from "@/components/reader/article/structured-data";
import { Flag } from "@/components/reader/flag";
import { MostRead } from "@/components/reader/front/most-read";
import { Pages, River } from "@/components/reader/front/river";
import { Story } from "@/components/reader/front/story";
import { words } from "@/components/reader/words";
import type { CardList, SectionName } from "@/lib/articles/views";
import type { MostRead as MostReadList } from "@/lib/readership/reads/most-read";
import type { PaperSettings } from "@/lib/settings/paper";

/** `parent` is what the section is a part of; `mixed` says that stories of its own parts stand among its own. */
type Props = { section: SectionName & { description: string }; parent: SectionName | null; mixed: boolean; list: CardList; mostRead: MostReadList | null; paper: PaperSettings; origin: string; now: Date };

/** A section's page: on the first its newest stories large, on every one the rest as they came. */
export function SectionFront({ section, parent, mixed, list, mostRead, paper, origin, now }: Props) {
  const { language, timeZone } = paper;
  const say = words[language];
  const { cards } = list;
  const [first, ...rest] = cards;
  const paged = list.newer !== null;
  const top = paged ? [] : rest.slice(0, 3);
  const river = paged ? cards : rest.slice(3);
  return (
    <main id="main" className="page" data-section={section.accent}>
      {parent && <SectionStructuredData section={section} parent={parent} paper={paper} origin={origin} />}
      {parent && (
        <nav className="crumbs" aria-label={say.wayHere}>
          <ol>
            <li>
              <a href="/">{paper.name}</a>
            </li>
            <li>
              <a href={`/${parent.slug}`}>{parent.name}</a>
            </li>
            <li aria-current="page">{section.name}</li>
          </ol>
        </nav>
      )}
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
                <Story key={card.id} card={card} around={language} level={2} size={index === 0 ? "h3" : "h4"} picture={index === 0 ? "yes" : "no"} sizes="(min-width: 68rem) 26rem, (min-width: 48rem) 33vw, 100vw" />
              ))}
            </div>
          )}
        </div>
      )}
      <MostRead read={mostRead} language={language} />
      {river.length > 0 && (
        <section className="block" aria-labelledby="earlier">
          <h2 className="label" id="earlier">
            {say.earlier}
          </h2>
          <River cards={river} paper={paper} now={now} showSection={mixed} />
        </section>
      )}
      <Pages path={`/${section.slug}`} list={list} language={language} />
    </main>
  );
}
