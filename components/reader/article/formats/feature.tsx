import { After } from "@/components/reader/article/after";
import { CorrectionsAbove } from "@/components/reader/article/corrections";
import { Credits } from "@/components/reader/article/credits";
import { Body, Caption, Contents, type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { Picture } from "@/components/reader/picture";
import { languages } from "@/db/vocabulary";
import { minutesToRead } from "@/lib/content/reading-time";

/** A long read, which has a frame of its own: opens like a magazine, says what is in it, and shows how far one has come. */
export function FeaturePage({ discussion, ...story }: FormatProps) {
  const { article, paper } = story;
  return (
    <article className="article feature" data-format={article.format}>
      <div className="progress" aria-hidden="true" dir={languages[article.language].direction} />
      {article.picture && (
        <figure className="opener">
          <Picture picture={article.picture} sizes="100vw" first />
          <Caption article={article} />
        </figure>
      )}
      <header className="head page">
        <Kicker article={article} around={paper.language} />
        <Headline article={article} />
        <Credits article={article} paper={paper} minutes={minutesToRead(article.words)} />
      </header>
      <div className="page">
        <div className="narrow">
          <Contents blocks={article.body.content} language={article.language} />
        </div>
        <div className="prose">
          <CorrectionsAbove article={article} paper={paper} />
          <Body {...story} linked />
        </div>
        <div className="narrow">
          <After article={article} paper={paper} />
          {discussion}
        </div>
      </div>
    </article>
  );
}
