import { markInList } from "@/components/reader/format-names";
import { tongue } from "@/components/reader/tongue";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";

/**
 * The format where readers need it before they open the story, then its kicker. `section`: the language of the paper, where the section
 * stands in place of a kicker that a story has not; its name is in that language, whatever the story is written in.
 */
export function CardKicker({ card, section }: { card: ArticleCard; section?: Language | null }) {
  const named = section && !card.kicker;
  const mark = markInList({ ...card, kicker: named ? card.section.name : card.kicker });
  if (!mark && !card.kicker && !named) return null;
  return (
    <p className="kicker">
      {mark && <b className="format">{mark}</b>} {named ? <span {...tongue({ language: section }, card.language)}>{card.section.name}</span> : card.kicker}
    </p>
  );
}
