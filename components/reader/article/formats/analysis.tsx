import { By } from "@/components/reader/article/credits";
import { Frame } from "@/components/reader/article/formats/frame";
import { Body, Contents, type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { Portraits } from "@/components/reader/article/portraits";
import { words } from "@/components/reader/words";

/** An analysis: those who weigh the matter stand with what they conclude, and the steps of the argument can be gone to. */
export function AnalysisPage(story: FormatProps) {
  const { article, paper } = story;
  const head = (
    <>
      <Kicker article={article} around={paper.language} />
      <Headline article={article} />
      <div className="analysts">
        <Portraits article={article} sizes="4.5rem" />
        <By article={article} lead={words[article.language].bylines.by} />
      </div>
    </>
  );
  return (
    <Frame {...story} head={head} signedAbove>
      <Contents blocks={article.body.content} language={article.language} />
      <Body {...story} linked />
    </Frame>
  );
}
