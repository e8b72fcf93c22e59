import { type Language, languages } from "@/db/vocabulary";
import { CardKicker } from "@/components/reader/front/card-kicker";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { ArticleCard } from "@/lib/articles/views";

type Size = "splash" | "h1" | "h2" | "h3" | "h4";

/** Who wrote it, as lists print it: the names of those it is by. */
export function writers(card: ArticleCard): string[] {
  return card.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name);
}

/** Language and direction, where a story stands among words of another language. */
export function tongue(card: Pick<ArticleCard, "language">, around: Language): { lang?: string; dir?: "ltr" | "rtl" } {
  return card.language === around ? {} : { lang: card.language, dir: languages[card.language].direction };
}

type Props = { card: ArticleCard; /** The language of the page around. */ around: Language; size?: Size; level?: 2 | 3; picture?: "yes" | "first" | "no"; standfirst?: boolean; meta?: string | null; className?: string; sizes?: string };

/** A story in a list: picture, kicker, headline, standfirst, who. */
export function Story({ card, around, size = "h4", level = 3, picture = "no", standfirst = false, meta = null, className = "", sizes = "(min-width: 68rem) 20rem, (min-width: 48rem) 50vw, 100vw" }: Props) {
  const Heading = `h${level}` as "h2" | "h3";
  const names = writers(card);
  return (
    <article className={`story ${className}`.trim()} data-section={card.section.accent} {...tongue(card, around)}>
      {picture !== "no" && card.picture && (
        <figure>
          <Picture picture={card.picture} sizes={sizes} first={picture === "first"} />
        </figure>
      )}
      <CardKicker card={card} />
      <Heading className={size === "h4" ? "headline" : `headline ${size}`}>
        <a href={card.path}>{card.frontHeadline}</a>
      </Heading>
      {standfirst && card.standfirst && <p className="standfirst">{card.standfirst}</p>}
      {meta !== null && (
        <p className="meta">
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && (index === names.length - 1 ? ` ${words[card.language].and} ` : comma(card.language))}
              <b dir="auto">{name}</b>
            </span>
          ))}
          {names.length > 0 && meta && " · "}
          {meta}
        </p>
      )}
    </article>
  );
}
