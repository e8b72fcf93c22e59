import { formatWords } from "@/components/reader/format-names";
import type { ArticleCard } from "@/lib/articles/views";

/** What a card tells of a story that its headline does not: what a fact check found, how many pictures a gallery shows. */
export function CardFact({ card: { format, verdict, pictures, language } }: { card: Pick<ArticleCard, "format" | "verdict" | "pictures" | "language"> }) {
  const say = formatWords[language];
  if (format === "gallery" && pictures > 0) return <p className="card-fact">{say.pictures(pictures)}</p>;
  if (format !== "fact_check" || !verdict) return null;
  return (
    <p className="card-fact">
      {say.verdict} <b>{say.verdicts[verdict]}</b>
    </p>
  );
}
