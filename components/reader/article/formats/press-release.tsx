import { By } from "@/components/reader/article/credits";
import { Frame } from "@/components/reader/article/formats/frame";
import { type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { formatWords } from "@/components/reader/format-names";

/** What somebody sent to the paper: marked before anything else, with whom it is from. */
export function PressReleasePage(story: FormatProps) {
  const { article } = story;
  const say = formatWords[article.language];
  const head = (
    <>
      <div className="sender">
        <p className="kicker">{say.names.press_release}</p>
        <By article={article} lead={say.from} />
        <p>{say.notOurs}</p>
      </div>
      <Kicker article={{ ...article, format: "news" }} around={story.paper.language} />
      <Headline article={article} />
    </>
  );
  return <Frame {...story} head={head} signedAbove />;
}
