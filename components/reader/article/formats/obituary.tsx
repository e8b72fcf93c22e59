import { Frame } from "@/components/reader/article/formats/frame";
import { Caption, type FormatProps, Kicker } from "@/components/reader/article/formats/parts";
import { Picture } from "@/components/reader/picture";
import { yearsOfLife } from "@/lib/content/parts-of-formats";

/** An obituary: a portrait, the years of a life, and no colour but the text's. */
export function ObituaryPage(story: FormatProps) {
  const { article } = story;
  const years = yearsOfLife(article.kicker);
  const head = (
    <>
      <div>
        <Kicker article={article} around={story.paper.language} words={years ? "" : article.kicker} />
        <h1>{article.headline}</h1>
        {years && <p className="years">{years}</p>}
        {article.standfirst && <p className="intro">{article.standfirst}</p>}
      </div>
      {article.picture && (
        <figure className="portrait">
          <Picture picture={article.picture} sizes="(min-width: 48rem) 20rem, 100vw" first />
          <Caption article={article} />
        </figure>
      )}
    </>
  );
  return <Frame {...story} head={head} picture={null} />;
}
