import { markInList } from "@/components/reader/format-names";
import type { ArticleCard } from "@/lib/articles/views";

/** The format where readers need it before they open the story, then its kicker. */
export function CardKicker({ card, words = card.kicker }: { card: ArticleCard; words?: string }) {
  const mark = markInList({ ...card, kicker: words });
  if (!mark && !words) return null;
  return (
    <p className="kicker">
      {mark && <b className="format">{mark}</b>} {words}
    </p>
  );
}
