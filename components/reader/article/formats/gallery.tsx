import { Frame } from "@/components/reader/article/formats/frame";
import { Body, type FormatProps, Headline, Kicker } from "@/components/reader/article/formats/parts";
import { formatWords } from "@/components/reader/format-names";
import { figuresOf } from "@/lib/content/references";

/** A story told in pictures: each as large as the page allows, the text a column between them. */
export function GalleryPage(story: FormatProps) {
  const { article } = story;
  const count = figuresOf(article.body).length + (article.picture ? 1 : 0);
  const head = (
    <>
      <Kicker article={article} around={story.paper.language} />
      <Headline article={article} />
      {count > 0 && <p className="count">{formatWords[article.language].pictures(count)}</p>}
    </>
  );
  return (
    <Frame {...story} head={head}>
      <Body {...story} large />
    </Frame>
  );
}
