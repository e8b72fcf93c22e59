import { longDay, printedYear, shortTime } from "@/components/reader/dates";
import { markInList } from "@/components/reader/format-names";
import { Flag } from "@/components/reader/flag";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { Lead } from "@/components/reader/front/lead";
import { MostRead } from "@/components/reader/front/most-read";
import { River } from "@/components/reader/front/river";
import { Story } from "@/components/reader/front/story";
import { tongue } from "@/components/reader/tongue";
import { Foot, Masthead } from "@/components/reader/masthead";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import { calmPictures } from "@/lib/articles/front-order";
import type { ArticleCard, Front, FrontSection } from "@/lib/articles/views";
import type { FootPage } from "@/lib/pages/views";
import type { MostRead as MostReadList } from "@/lib/readership/reads/most-read";
import type { PaperSettings } from "@/lib/settings/paper";
import { minutesToRead } from "@/lib/content/reading-time";

type Props = { front: Front; paper: PaperSettings; sections: readonly FrontSection[]; pages: readonly FootPage[]; mostRead: MostReadList | null; now: Date };

/** The front: one story loud, the rest calm. */
export function FrontPage({ front: { lead, more, secondary, latest, plate, opinion, blocks }, paper, sections, pages, mostRead, now }: Props) {
  const { language } = paper;
  const say = words[language];
  return (
    <>
      <Masthead paper={paper} sections={sections} today={longDay(now, paper.timeZone, language)} />
      <main id="main" className="page front">
        {!lead && <p className="nothing">{say.nothingYet}</p>}
        {lead && (
          <div className="grid ruled row">
            <Lead card={lead} more={more} paper={paper} />
            <section className="c3 all" aria-labelledby="latest">
              <h2 className="label" id="latest">
                {say.latest}{" "}
                <a className="all" href="/archive">
                  {say.archiveLink}
                </a>
              </h2>
              <ol className="latest">
                {latest.slice(0, 8).map((card) => (
                  <li key={card.id}>
                    <time dateTime={card.publishedAt.toISOString()}>{shortTime(card.publishedAt, paper.timeZone, language)}</time>
                    <a href={card.path} {...tongue(card, language)}>
                      <LatestMark card={card} />
                      {card.frontHeadline}
                    </a>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        )}
        {secondary.length > 0 && <Secondary cards={secondary} language={language} />}
        <MostRead read={mostRead} language={language} />
        {opinion && (
          <section className="block opinion-strip" data-section="opinion" aria-labelledby="opinion">
            <h2 className="label tinted" id="opinion">
              <a href={`/${opinion.section.slug}`}>
                <Flag accent={opinion.section.accent} />
                {opinion.section.name}
              </a>
              <a className="all" href={`/${opinion.section.slug}`}>
                {say.allColumns}
              </a>
            </h2>
            <ul>
              {opinion.cards.map((card) => {
                const author = card.bylines.find((byline) => byline.role === "by");
                const portrait = author?.personId ? opinion.columnists.get(author.personId)?.portrait : null;
                return (
                  <li key={card.id}>
                    <div>
                      <p className="by">
                        <bdi>{author?.name}</bdi>
                      </p>
                      <h3 className="headline" {...tongue(card, language)}>
                        <a href={card.path}>{card.frontHeadline}</a>
                      </h3>
                    </div>
                    {portrait && <Picture picture={portrait} sizes="(min-width: 48rem) 16rem, 6.2rem" alt="" />}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {plate?.picture && (
          <article className="plate bleed" data-section={plate.section.accent} {...tongue(plate, language)}>
            <Picture picture={plate.picture} sizes="100vw" shapes={{ phone: "standard" }} />
            {plate.picture.credit && <p className="credit">{plate.picture.credit}</p>}
            <div className="text">
              <CardKicker card={plate} />
              <h2 className="headline h1">
                <a href={plate.path}>{plate.frontHeadline}</a>
              </h2>
              {plate.standfirst && <p className="standfirst">{plate.standfirst}</p>}
              <p className="meta">
                <b dir="auto">{plate.bylines[0]?.name}</b> · {words[plate.language].minutes(minutesToRead(plate.words))}
              </p>
            </div>
          </article>
        )}
        {blocks[0] && <SectionBlock language={language} section={blocks[0].section} cards={blocks[0].cards} />}
        {blocks.length > 1 && (
          <div className="grid ruled row block thirds">
            {blocks.slice(1).map(({ section, cards }) => (
              <section className="c4" data-section={section.accent} aria-labelledby={`s-${section.slug}`} key={section.slug}>
                <h2 className="label tinted" id={`s-${section.slug}`}>
                  <a href={`/${section.slug}`}>
                    <Flag accent={section.accent} />
                    {section.name}
                  </a>
                </h2>
                {cards.slice(0, cards[0]?.picture ? 3 : 5).map((card, index) => (
                  <Story key={card.id} card={card} around={language} size={index === 0 ? "h3" : "h4"} picture={index === 0 ? "yes" : "no"} standfirst={index === 0} />
                ))}
              </section>
            ))}
          </div>
        )}
        {latest.length > 12 && blocks.length < 2 && <River cards={latest.slice(8)} paper={paper} now={now} showSection />}
      </main>
      <Foot paper={paper} sections={sections} pages={pages} year={printedYear(now, paper.timeZone, language)} />
    </>
  );
}

/** The list of the latest prints no kickers: what readers need to know of a story stands before its headline. */
function LatestMark({ card }: { card: ArticleCard }) {
  const mark = markInList({ ...card, kicker: "" });
  return mark && <small>{mark} </small>;
}

function Secondary({ cards, language }: { cards: readonly ArticleCard[]; language: Language }) {
  return (
    <div className="grid ruled row block secondary">
      {cards.slice(0, calmPictures).map((card, index) => (
        <div className="c3" key={card.id}>
          <Story card={card} around={language} size="h3" picture="yes" standfirst meta="" className={index === 0 ? "shows" : ""} />
        </div>
      ))}
      {cards.length > calmPictures && (
        <div className="c3">
          {cards.slice(calmPictures).map((card) => (
            <Story key={card.id} card={card} around={language} />
          ))}
        </div>
      )}
    </div>
  );
}

function SectionBlock({ section, cards, language }: { language: Language; section: { slug: string; name: string; accent: ArticleCard["section"]["accent"] }; cards: readonly ArticleCard[] }) {
  const [first, ...others] = cards;
  return (
    <section className="block" data-section={section.accent} aria-labelledby={`s-${section.slug}`}>
      <h2 className="label tinted" id={`s-${section.slug}`}>
        <a href={`/${section.slug}`}>
          <Flag accent={section.accent} />
          {section.name}
        </a>
        <a className="all" href={`/${section.slug}`}>
          {words[language].allOf(section.name)}
        </a>
      </h2>
      <div className="grid ruled row">
        {first && (
          <div className="c6">
            <Story card={first} around={language} size="h2" picture="yes" standfirst meta="" sizes="(min-width: 68rem) 40rem, 100vw" />
          </div>
        )}
        {[others.slice(0, 3), others.slice(3, 6)].map(
          (column) =>
            column.length > 0 && (
              <div className="c3" key={column[0]?.id}>
                {column.map((card) => (
                  <Story key={card.id} card={card} around={language} />
                ))}
              </div>
            ),
        )}
      </div>
    </section>
  );
}
