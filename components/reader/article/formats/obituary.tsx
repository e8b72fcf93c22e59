import { After } from "@/components/reader/article/after";
import { Credits } from "@/components/reader/article/credits";
import { Body, Caption, type FormatProps, Kicker } from "@/components/reader/article/formats/parts";
import { Picture } from "@/components/reader/picture";
import { yearsOfLife } from "@/lib/content/parts-of-formats";

/** An obituary: a portrait, the years of a life, and no colour but the text's. */
export function ObituaryPage({ article, paper, discussion, findable = false }: FormatProps) {
  const years = yearsOfLife(article.kicker);
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <div>
          <Kicker article={article} words={years ? "" : article.kicker} />
          <h1>{article.headline}</h1>
          {years && <p className="years">{years}</p>}
          {article.standfirst && <p className="intro">{article.standfirst}</p>}
        </div>
        {article.picture && (
          <figure className="portrait">
            <Picture picture={article.picture} sizes="(min-width: 48rem) 20rem, 100vw" first />
            <Caption article={article} />
          </figure>
        )}
      </header>
      <Credits article={article} paper={paper} />
      <div className="prose">
        <Body article={article} paper={paper} findable={findable} />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
