import { Fragment } from "react";
import { CardFact } from "@/components/reader/front/card-fact";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { CardPicture } from "@/components/reader/front/card-picture";
import { writers } from "@/components/reader/front/story";
import { tongue } from "@/components/reader/tongue";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";

type Props = {
  card: ArticleCard;
  /** What stands in the margin: the day, or which part it is. */
  mark: string;
  /** Where stories of several sections stand together: each says its own. */
  section?: boolean;
  /** When it came out, after who wrote it. */
  when: string;
  /** The page's own. */
  language: Language;
};

/** One story of a river: in the margin what orders it, then the story, and its picture. */
export function RiverStory({ card, mark, section = false, when, language }: Props) {
  return (
    <li data-section={card.section.accent} data-format={card.format}>
      <p className="day">{mark}</p>
      <div {...tongue(card, language)}>
        <CardKicker card={card} section={section ? language : null} />
        <h3 className="headline h3">
          <a href={card.path}>{card.frontHeadline}</a>
        </h3>
        <CardFact card={card} />
        {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
        <p className="meta">
          {writers(card).map((name) => (
            <Fragment key={name}>
              <bdi>{name}</bdi> ·{" "}
            </Fragment>
          ))}
          {section && (
            <>
              <span {...tongue({ language }, card.language)}>{card.section.name}</span> ·{" "}
            </>
          )}
          {when}
        </p>
      </div>
      <CardPicture card={card} sizes="(min-width: 48rem) 14rem, 6.5rem" phone="square" />
    </li>
  );
}
