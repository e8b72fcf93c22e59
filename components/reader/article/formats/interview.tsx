import { After } from "@/components/reader/article/after";
import { Credits } from "@/components/reader/article/credits";
import { Body, type FormatProps, Headline, Kicker, LeadPicture } from "@/components/reader/article/formats/parts";
import { isQuestion } from "@/lib/content/parts-of-formats";

/** An interview: the questions stand apart from what was answered. */
export function InterviewPage({ article, paper, discussion, findable = false }: FormatProps) {
  return (
    <article className="article" data-format={article.format}>
      <header className="head">
        <Kicker article={article} />
        <Headline article={article} />
      </header>
      <LeadPicture article={article} />
      <Credits article={article} paper={paper} />
      <div className="prose">
        <Body article={article} paper={paper} findable={findable} isQuestion={isQuestion} />
      </div>
      <After article={article} paper={paper} />
      {discussion}
    </article>
  );
}
