import { CardKicker } from "@/components/reader/front/card-kicker";
import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";

/** What to read next, in the words of the story above. */
export function Related({ cards, language, wide }: { cards: readonly ArticleCard[]; language: Language; wide: boolean }) {
  if (cards.length === 0) return null;
  return (
    <div className={wide ? "page" : undefined}>
      <section className="block related" aria-labelledby="related">
        <h2 className="label tinted" id="related">
          {words[language].related}
        </h2>
        <ul>
          {cards.map((card) => (
            <li key={card.id} data-section={card.section.accent} {...tongue(card, language)}>
              <CardKicker card={card} />
              <h3 className="headline">
                <a href={card.path}>{card.frontHeadline}</a>
              </h3>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
