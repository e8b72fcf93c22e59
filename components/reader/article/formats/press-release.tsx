import { After } from "@/components/reader/article/after";
import { By, Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";
import { formatWords } from "@/components/reader/format-names";

/** What somebody sent to the paper: marked before anything else, with whom it is from. */
export function PressReleasePage({ article, paper, discussion, findable = false }: FormatProps) {
  const say = formatWords[article.language];
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <div className="sender">
          <p className="format">{say.names.press_release}</p>
          <By article={article} lead={say.from} />
          <p>{say.notOurs}</p>
        </div>
        <Kicker article={{ ...article, format: "news" }} />
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
