import { After } from "@/components/reader/article/after";
import { Credits } from "@/components/reader/article/credits";
import { Body, Contents, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";
import { keyPointsFirst } from "@/lib/content/parts-of-formats";

/** An explainer or a fact check: the answer first, then the way to each part of it. */
export function ExplainerPage({ article, paper, discussion, findable = false }: FormatProps) {
  const { key, rest } = keyPointsFirst(article.body);
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <Kicker article={article} />
        <Headline article={article} />
      </header>
      <LeadPicture article={article} />
      <Credits article={article} paper={paper} />
      <div className="prose">
        {key.length > 0 && (
          <div className="key-points">
            <Body article={article} paper={paper} findable={findable} blocks={key} />
          </div>
        )}
        <Contents blocks={rest} language={article.language} after={key.length} />
        <Body article={article} paper={paper} findable={findable} blocks={rest} after={key.length} linked />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
