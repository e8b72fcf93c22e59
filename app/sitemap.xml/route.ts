import { publicCount } from "@/lib/articles/reads/syndication";
import { addressesAPart, sitemapIndex } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("articles");
  return new Response(sitemapIndex(origin(), Math.ceil((await publicCount()) / addressesAPart)), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
