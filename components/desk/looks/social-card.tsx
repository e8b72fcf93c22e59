import { tongue } from "@/components/reader/tongue";
import { socialTitle } from "@/lib/articles/outside-titles";
import type { ArticlePage } from "@/lib/articles/views";
import { focalClasses } from "@/lib/media/focal";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";

/** A story as a social network or a messenger shows its link: the picture cut to a card's shape, the title, where it leads. */
export function SocialCard({ article, origin }: { article: ArticlePage; origin: string }) {
  return (
    <article className="as-social" {...tongue(article, "en")}>
      {article.picture && (
        <span className={["shown", ...focalClasses(article.picture.focal)].join(" ")}>
          <img src={pictureAddress(article.picture.id, cardWidth, "jpeg", article.picture.crop)} alt={article.picture.alt} width="1200" height="630" />
        </span>
      )}
      <div className="words">
        <p className="site" lang="en" dir="ltr">
          {new URL(origin).host}
        </p>
        <h2 className="title">{socialTitle(article)}</h2>
        {article.standfirst && <p>{article.standfirst}</p>}
      </div>
    </article>
  );
}
