import { After } from "@/components/reader/article/after";
import { By, Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";

/** A column: who speaks comes before what is said. */
export function OpinionPage({ article, paper, discussion, findable = false }: FormatProps) {
  const columnist = article.bylines.find((byline) => byline.role === "by" && byline.personId);
  const portrait = columnist?.personId ? article.signatories.get(columnist.personId)?.portrait : null;
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <div className="columnist">
          {portrait && <Picture picture={portrait} sizes="8rem" alt="" first />}
          <div>
            <Kicker article={article} />
            <By article={article} lead={words[article.language].bylines.by} />
          </div>
        </div>
        <Headline article={article} />
      </header>
      <LeadPicture article={article} />
      <Credits article={article} paper={paper} signedAbove />
      <div className="prose">
        <Body article={article} paper={paper} findable={findable} />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
