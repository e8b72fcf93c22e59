import { freshCards } from "@/lib/articles/reads/syndication";
import { newsSitemap } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin, thePaper } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("articles");
  const [paper, cards] = await Promise.all([thePaper(), freshCards()]);
  return new Response(newsSitemap(paper, origin(), cards), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
