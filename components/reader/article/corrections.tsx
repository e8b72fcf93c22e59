import { isoWithOffset, printedTime } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { ArticlePage } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** What was wrong, what kind of word on it this is, and since when it stands. */
export function CorrectionLine({ correction, article, paper }: { correction: ArticlePage["corrections"][number]; article: ArticlePage; paper: PaperSettings }) {
  return (
    <p className="correction">
      <b>
        {words[article.language].corrections[correction.kind]}
        {comma(article.language)}
        <time dateTime={isoWithOffset(correction.at, paper.timeZone)}>{printedTime(correction.at, paper.timeZone, article.language)}</time>.
      </b>{" "}
      {correction.note}
    </p>
  );
}

/** All corrections before the first word of the text, in papers that put them there. */
export function CorrectionsAbove({ article, paper }: { article: ArticlePage; paper: PaperSettings }) {
  if (paper.correctionsAt === "below" || article.corrections.length === 0) return null;
  return (
    <section className="corrections" aria-label={words[article.language].correctionsPage.title}>
      {article.corrections.map((correction) => (
        <CorrectionLine key={correction.id} correction={correction} article={article} paper={paper} />
      ))}
    </section>
  );
}
