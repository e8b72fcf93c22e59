import { publicExtent } from "@/lib/articles/reads/syndication";
import { addressesAPart, sitemapIndex } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("articles");
  const parts = Math.max(1, Math.ceil((await publicExtent()) / addressesAPart));
  const addresses = Array.from({ length: parts }, (_, part) => `${origin()}/sitemaps/${part}`);
  return new Response(sitemapIndex(addresses), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
