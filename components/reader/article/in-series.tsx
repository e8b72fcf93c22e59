import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import type { ArticlePage } from "@/lib/articles/views";
import { seriesPath } from "@/lib/series/views";

/** Above the story: which part of which series it is. One that stands alone in its series so far is not counted. */
export function PartOf({ article: { series, language } }: { article: ArticlePage }) {
  if (!series) return null;
  const say = words[language].series;
  return (
    <p className="in-series">
      {series.total > 1 ? say.part(series.number, series.total) : say.name}{" "}
      <a href={seriesPath(series.slug)}>
        <bdi>{series.title}</bdi>
      </a>
    </p>
  );
}

/** Below it: the way to the parts before and after. */
export function PartsBeside({ article: { series, language } }: { article: ArticlePage }) {
  if (!series?.previous && !series?.next) return null;
  const say = words[language].series;
  return (
    <nav className="beside" aria-label={series.title}>
      {series.previous && (
        <p>
          <span>{say.previous}</span>
          <a href={series.previous.path} rel="prev" {...tongue(series.previous, language)}>
            {series.previous.headline}
          </a>
        </p>
      )}
      {series.next && (
        <p>
          <span>{say.next}</span>
          <a href={series.next.path} rel="next" {...tongue(series.next, language)}>
            {series.next.headline}
          </a>
        </p>
      )}
    </nav>
  );
}
