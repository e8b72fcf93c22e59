import type { ArticleCard } from "@/lib/articles/views";
import { element } from "@/lib/feeds/xml";

const opening = '<?xml version="1.0" encoding="UTF-8"?>';
const sitemapNames = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Most addresses in one part (the protocol allows 50,000). */
export const addressesAPart = 40_000;

/** The list of the parts. */
export function sitemapIndex(origin: string, parts: number): string {
  const entries = Array.from({ length: Math.max(1, parts) }, (_, part) => `<sitemap>${element("loc", `${origin}/sitemaps/${part}`)}</sitemap>`);
  return [opening, `<sitemapindex xmlns="${sitemapNames}">`, ...entries, "</sitemapindex>\n"].join("\n");
}

/** One part: canonical addresses with their true last change. */
export function sitemapPart(addresses: readonly { address: string; changedAt: Date | null }[]): string {
  const entries = addresses.map(({ address, changedAt }) => `<url>${element("loc", address)}${element("lastmod", changedAt?.toISOString())}</url>`);
  return [opening, `<urlset xmlns="${sitemapNames}">`, ...entries, "</urlset>\n"].join("\n");
}

/** What was first published in the last two days, for news search (Google News sitemap 0.9). */
export function newsSitemap(paper: { name: string }, origin: string, cards: readonly ArticleCard[]): string {
  const entries = cards.map((card) =>
    [
      `<url>${element("loc", origin + card.path)}<news:news>`,
      `<news:publication>${element("news:name", paper.name)}${element("news:language", card.language)}</news:publication>`,
      element("news:publication_date", card.publishedAt.toISOString()),
      element("news:title", card.headline),
      "</news:news></url>",
    ].join(""),
  );
  return [opening, `<urlset xmlns="${sitemapNames}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`, ...entries, "</urlset>\n"].join("\n");
}
