import { Body, Contents, type FormatProps } from "@/components/reader/article/formats/parts";
import { keyPointsFirst } from "@/lib/content/parts-of-formats";

/** A text with its key points first, then the way to each part of it. */
export function Explained(story: FormatProps) {
  const { key, rest } = keyPointsFirst(story.article.body);
  return (
    <>
      {key.length > 0 && (
        <div className="key-points">
          <Body {...story} blocks={key} />
        </div>
      )}
      <Contents blocks={rest} language={story.article.language} after={key.length} />
      <Body {...story} blocks={rest} after={key.length} linked />
    </>
  );
}
