import { freshCards, freshCount } from "@/lib/articles/reads/syndication";
import { newsAPart, newsParts, newsSitemap, sitemapIndex } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

/** The news of two days; of a paper that has more of it than one file may hold, the list of the files. */
export async function GET(): Promise<Response> {
  noteTags("articles");
  const [paper, parts] = await Promise.all([thePaper(), freshCount().then((fresh) => newsParts(fresh, origin()))]);
  const text = parts.length > 0 ? sitemapIndex(parts) : newsSitemap(paper, origin(), await freshCards(0, newsAPart));
  return new Response(text, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
