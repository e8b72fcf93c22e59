import { type SitemapList, sitemapLists } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";
import { element } from "@/lib/feeds/xml";

const opening = '<?xml version="1.0" encoding="UTF-8"?>';
const sitemapNames = "http://www.sitemaps.org/schemas/sitemap/0.9";
const imageNames = "http://www.google.com/schemas/sitemap-image/1.1";
const newsNames = "http://www.google.com/schemas/sitemap-news/0.9";

/** Most addresses in one part. The protocol allows 50,000; a part is kept whole in the cache, and this many weigh a few megabytes. */
export const addressesAPart = 10_000;

/** The last part of the address of one part of a list: the first is called as the list. */
export const partName = (list: SitemapList, part: number): string => (part === 0 ? list : `${list}-${part}`);

/** Which part of which list an address names. Null where it names none. */
export function partNamed(name: string): { list: SitemapList; part: number } | null {
  const [, found, number = "0"] = /^([a-z]+)(?:-([1-9]\d{0,3}))?$/.exec(name) ?? [];
  const list = sitemapLists.find((one) => one === found);
  return list ? { list, part: Number(number) } : null;
}

/** Most addresses that the protocol allows in one file. */
export const mostAddresses = 50_000;

/** Most stories in one news sitemap, as Google allows. */
export const newsAPart = 1000;

/** An address for search engines: canonical, with its true last change and the picture that stands first on it. */
export type SitemapEntry = { address: string; changedAt: Date | null; image: string | null };

/** The list of the parts. */
export function sitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap>${element("loc", address)}</sitemap>`);
  return [opening, `<sitemapindex xmlns="${sitemapNames}">`, ...entries, "</sitemapindex>\n"].join("\n");
}

/** One part, written as its addresses come, so that never more than a batch of them is held. */
export async function sitemapPart(entries: AsyncIterable<SitemapEntry> | Iterable<SitemapEntry>): Promise<Buffer> {
  const chunks = [Buffer.from(`${opening}\n<urlset xmlns="${sitemapNames}" xmlns:image="${imageNames}">\n`)];
  for await (const { address, changedAt, image } of entries) {
    const picture = image ? `<image:image>${element("image:loc", image)}</image:image>` : "";
    chunks.push(Buffer.from(`<url>${element("loc", address)}${element("lastmod", changedAt?.toISOString())}${picture}</url>\n`));
  }
  return Buffer.concat([...chunks, Buffer.from("</urlset>\n")]);
}

/** The addresses of the files that hold so many fresh stories; none where one file holds them all. */
export function newsParts(fresh: number, origin: string): string[] {
  const parts = Math.ceil(fresh / newsAPart);
  return parts > 1 ? Array.from({ length: parts }, (_, part) => `${origin}/sitemaps/news-${part}`) : [];
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
  return [opening, `<urlset xmlns="${sitemapNames}" xmlns:news="${newsNames}">`, ...entries, "</urlset>\n"].join("\n");
}
