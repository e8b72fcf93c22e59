import { By } from "@/components/reader/article/credits";
import { Frame } from "@/components/reader/article/formats/frame";
import { type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { Picture } from "@/components/reader/picture";
import { words } from "@/components/reader/words";

/** A column: who speaks comes before what is said. */
export function OpinionPage(story: FormatProps) {
  const { article } = story;
  const columnist = article.bylines.find((byline) => byline.role === "by" && byline.personId);
  const portrait = columnist?.personId ? article.signatories.get(columnist.personId)?.portrait : null;
  const head = (
    <>
      <div className="columnist">
        {portrait && <Picture picture={portrait} sizes="8rem" alt="" first={!article.picture} />}
        <div>
          <Kicker article={article} />
          <By article={article} lead={words[article.language].bylines.by} />
        </div>
      </div>
      <Headline article={article} />
    </>
  );
  return <Frame {...story} head={head} signedAbove />;
}
