import type { Language, StoryFormat } from "@/db/vocabulary";
import { CardFact } from "@/components/reader/front/card-fact";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { CardPicture } from "@/components/reader/front/card-picture";
import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { ArticleCard } from "@/lib/articles/views";

type Size = "splash" | "h1" | "h2" | "h3" | "h4";

/** Who wrote it, as lists print it: the names of those it is by. */
export function writers(card: ArticleCard): string[] {
  return card.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name);
}

/** What somebody thinks is never without who: these cards name their writers wherever they stand. */
const signed: ReadonlySet<StoryFormat> = new Set(["analysis", "opinion"]);

type Props = { card: ArticleCard; /** The language of the page around. */ around: Language; size?: Size; level?: 2 | 3; picture?: "yes" | "first" | "no"; standfirst?: boolean; meta?: string | null; className?: string; sizes?: string };

/** A story in a list: picture, kicker, headline, standfirst, who. */
export function Story({ card, around, size = "h4", level = 3, picture = "no", standfirst = false, meta = null, className = "", sizes = "(min-width: 68rem) 20rem, (min-width: 48rem) 50vw, 100vw" }: Props) {
  const Heading = `h${level}` as "h2" | "h3";
  const names = writers(card);
  const said = meta ?? (signed.has(card.format) && names.length > 0 ? "" : null);
  return (
    <article className={`story ${className}`.trim()} data-section={card.section.accent} data-format={card.format} {...tongue(card, around)}>
      {picture !== "no" && <CardPicture card={card} sizes={sizes} first={picture === "first"} />}
      <CardKicker card={card} />
      <Heading className={size === "h4" ? "headline" : `headline ${size}`}>
        <a href={card.path}>{card.frontHeadline}</a>
      </Heading>
      <CardFact card={card} />
      {standfirst && card.standfirst && <p className="standfirst">{card.standfirst}</p>}
      {said !== null && (
        <p className="meta">
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && (index === names.length - 1 ? ` ${words[card.language].and} ` : comma(card.language))}
              <b dir="auto">{name}</b>
            </span>
          ))}
          {names.length > 0 && said && " · "}
          {said}
        </p>
      )}
    </article>
  );
}
