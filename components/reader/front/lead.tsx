import { clockTime } from "@/components/reader/dates";
import { markInList } from "@/components/reader/format-names";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { tongue, writers } from "@/components/reader/front/story";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { ArticleCard } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** The one loud story of a front, with more on what it is about. */
export function Lead({ card, more, paper }: { card: ArticleCard; more: readonly ArticleCard[]; paper: PaperSettings }) {
  return (
    <section className="lead c9" aria-label={words[paper.language].lead} data-section={card.section.accent} {...tongue(card, paper.language)}>
      <CardKicker card={card} />
      <h2 className="headline splash">
        <a href={card.path}>{card.frontHeadline}</a>
      </h2>
      <div className="split">
        {card.picture && (
          <figure>
            <Picture picture={card.picture} sizes="(min-width: 68rem) 38rem, 100vw" first />
            {(card.picture.caption || card.picture.credit) && (
              <figcaption>
                {card.picture.caption} <span className="credit">{card.picture.credit}</span>
              </figcaption>
            )}
          </figure>
        )}
        <div className="text">
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
                    <small>{markInList(one) ?? (one.kicker || one.section.name)}</small> {one.headline}
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
