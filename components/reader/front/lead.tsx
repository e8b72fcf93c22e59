import { clockTime } from "@/components/reader/dates";
import { markInList } from "@/components/reader/format-names";
import { CardFact } from "@/components/reader/front/card-fact";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { writers } from "@/components/reader/front/story";
import { tongue } from "@/components/reader/tongue";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** The one loud story of a front, with more on what it is about. */
export function Lead({ card, more, paper }: { card: ArticleCard; more: readonly ArticleCard[]; paper: PaperSettings }) {
  return (
    <section className="lead c9" aria-label={words[paper.language].lead} data-section={card.section.accent} data-format={card.format} {...tongue(card, paper.language)}>
      <CardKicker card={card} />
      <h2 className="headline splash">
        <a href={card.path}>{card.frontHeadline}</a>
      </h2>
      <div className="split">
        {card.picture && (
          <figure>
            <Picture picture={card.picture} sizes="(min-width: 68rem) 38rem, 100vw" first shapes={{ phone: "standard" }} />
            {(card.picture.caption || card.picture.credit) && (
              <figcaption>
                {card.picture.caption} <span className="credit">{card.picture.credit}</span>
              </figcaption>
            )}
          </figure>
        )}
        <div className="text">
          <CardFact card={card} />
          {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
          <p className="meta">
            <b>{writers(card).join(comma(card.language))}</b>
            <br />
            {clockTime(card.publishedAt, paper.timeZone, card.language)}
            {card.comments > 0 && ` · ${words[card.language].comments(card.comments)}`}
          </p>
          {more.length > 0 && (
            <ul className="more">
              {more.map((one) => (
                <li key={one.id} data-section={one.section.accent} {...tongue(one, card.language)}>
                  <a href={one.path}>
                    <LeadMark card={one} around={paper.language} /> {one.headline}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

/** A word before each of the stories beside the lead: what it is, its kicker, or the section that it stands in. */
function LeadMark({ card, around }: { card: ArticleCard; around: Language }) {
  const own = markInList(card) ?? card.kicker;
  return <small {...(own ? {} : tongue({ language: around }, card.language))}>{own || card.section.name}</small>;
}
