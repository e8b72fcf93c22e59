import { After } from "@/components/reader/article/after";
import { Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";

/** The plain page: headline, picture, text. */
export function NewsPage({ article, paper, discussion, findable = false }: FormatProps) {
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <Kicker article={article} />
        <Headline article={article} />
      </header>
      <LeadPicture article={article} />
      <Credits article={article} paper={paper} />
      <div className="prose">
        <Body article={article} paper={paper} findable={findable} />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
