import { isoWithOffset, printedTime } from "@/components/reader/dates";
import { tongue } from "@/components/reader/tongue";
import type { ArticleCard } from "@/lib/articles/views";
import { pictureAddress } from "@/lib/media/sizes";
import type { PaperSettings } from "@/lib/settings/paper";

/** A story for a frame on another page: enough to know whether to read it here. */
export function StoryCard({ article, paper, origin }: { article: ArticleCard; paper: PaperSettings; origin: string }) {
  const { picture, section } = article;
  const width = picture?.widths.find((one) => one >= 900) ?? picture?.widths.at(-1);
  return (
    <main className="story-card">
      {picture && width && <img src={pictureAddress(picture.id, width, "jpeg", picture.crop)} width={picture.width} height={picture.height} alt={picture.alt} />}
      {picture?.credit && <p className="credit">{picture.credit}</p>}
      <p className="kicker">{article.kicker || <span {...tongue(paper, article.language)}>{section.name}</span>}</p>
      <h1>
        <a href={origin + article.path} target="_blank" rel="noopener">
          {article.headline}
        </a>
      </h1>
      {article.standfirst && <p className="intro">{article.standfirst}</p>}
      <p className="from">
        <b>{paper.name}</b> <time dateTime={isoWithOffset(article.publishedAt, paper.timeZone)}>{printedTime(article.publishedAt, paper.timeZone, article.language)}</time>
      </p>
    </main>
  );
}
