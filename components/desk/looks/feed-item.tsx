import { dayAndMonth } from "@/components/reader/dates";
import { writers } from "@/components/reader/front/story";
import { tongue } from "@/components/reader/tongue";
import { Picture } from "@/components/reader/picture";
import type { ArticlePage } from "@/lib/articles/views";
import { bodyText } from "@/lib/content/to-text";
import type { PaperSettings } from "@/lib/settings/paper";

/** How much of the text a feed reader shows before one opens the story, in characters. */
const shownOfText = 280;

/** A story as a feed reader lists it: the headline as it stands, who wrote it, the standfirst and the beginning of the text. */
export function FeedItem({ article, paper }: { article: ArticlePage; paper: PaperSettings }) {
  const text = bodyText(article.body);
  return (
    <article className="as-feed" {...tongue(article, "en")}>
      <p className="site">
        <b>{paper.name}</b> · {dayAndMonth(article.publishedAt, paper.timeZone, article.language)}
      </p>
      <h2 className="title">{article.headline}</h2>
      {writers(article).length > 0 && <p className="site">{writers(article).join(", ")}</p>}
      {article.picture && <Picture picture={article.picture} sizes="38rem" />}
      {article.standfirst && (
        <p>
          <b>{article.standfirst}</b>
        </p>
      )}
      {text && <p>{text.length > shownOfText ? `${text.slice(0, shownOfText).replace(/\s+\S*$/, "")} …` : text}</p>}
    </article>
  );
}
