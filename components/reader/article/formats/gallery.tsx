import { After } from "@/components/reader/article/after";
import { Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";
import { formatWords } from "@/components/reader/format-names";
import { figuresOf } from "@/lib/content/references";

/** A story told in pictures: each as large as the page allows, the text a column between them. */
export function GalleryPage({ article, paper, discussion, findable = false }: FormatProps) {
  const count = figuresOf(article.body).length + (article.picture ? 1 : 0);
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <Kicker article={article} />
        <Headline article={article} />
        {count > 0 && <p className="count">{formatWords[article.language].pictures(count)}</p>}
      </header>
      <LeadPicture article={article} />
      <Credits article={article} paper={paper} />
      <div className="prose">
        <Body article={article} paper={paper} findable={findable} large />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
