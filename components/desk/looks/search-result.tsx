import { dayAndMonth } from "@/components/reader/dates";
import { tongue } from "@/components/reader/tongue";
import { searchTitle } from "@/lib/articles/outside-titles";
import type { ArticlePage } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

/** A story as a search engine lists it: title and description as the page states them, cut where they are usually cut. */
export function SearchResult({ article, paper, origin }: { article: ArticlePage; paper: PaperSettings; origin: string }) {
  return (
    <article className="as-search" {...tongue(article, "en")}>
      <p className="site" lang={paper.language} dir="ltr">
        <b>{paper.name}</b>
        <span>
          {new URL(origin).host} › {article.section.slug || "…"} › {decodeURIComponent(article.path.split("/").at(-1) ?? "")}
        </span>
      </p>
      <h2 className="title">{searchTitle(article, paper.name)}</h2>
      <p className="words">
        {dayAndMonth(article.publishedAt, paper.timeZone, article.language)}
        {article.standfirst ? ` — ${article.standfirst}` : " — Without a standfirst, search engines choose a passage of the text."}
      </p>
    </article>
  );
}
