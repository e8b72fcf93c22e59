import { By } from "@/components/reader/article/credits";
import { Frame } from "@/components/reader/article/formats/frame";
import { type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { Portraits } from "@/components/reader/article/portraits";
import { words } from "@/components/reader/words";

/** A column: who speaks comes before what is said. */
export function OpinionPage(story: FormatProps) {
  const { article } = story;
  const head = (
    <>
      <div className="columnist">
        <Portraits article={article} sizes="8rem" />
        <div>
          <Kicker article={article} around={story.paper.language} />
          <By article={article} lead={words[article.language].bylines.by} />
        </div>
      </div>
      <Headline article={article} />
    </>
  );
  return <Frame {...story} head={head} signedAbove />;
}
