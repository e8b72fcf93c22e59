import { CardKicker } from "@/components/reader/front/card-kicker";
import { tongue, writers } from "@/components/reader/front/story";
import { Picture } from "@/components/reader/picture";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";

type Props = {
  card: ArticleCard;
  /** What stands in the margin: the day, or which part it is. */
  mark: string;
  kicker: string;
  /** What follows the writers. */
  meta: readonly (string | null)[];
  /** The page's own. */
  language: Language;
};

/** One story of a river: in the margin what orders it, then the story, and its picture. */
export function RiverStory({ card, mark, kicker, meta, language }: Props) {
  return (
    <li data-section={card.section.accent}>
      <p className="day">{mark}</p>
      <div {...tongue(card, language)}>
        <CardKicker card={card} words={kicker} />
        <h3 className="headline h3">
          <a href={card.path}>{card.frontHeadline}</a>
        </h3>
        {card.standfirst && <p className="standfirst">{card.standfirst}</p>}
        <p className="meta">{[...writers(card), ...meta].filter(Boolean).join(" · ")}</p>
      </div>
      {card.picture && (
        <figure>
          <Picture picture={card.picture} sizes="(min-width: 48rem) 14rem, 100vw" />
        </figure>
      )}
    </li>
  );
}
