import { sitemapLists } from "@/db/vocabulary";
import { listParts, publicExtent } from "@/lib/articles/reads/syndication";
import { addressesAPart, partName, sitemapIndex } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("articles");
  const [extent, lists] = await Promise.all([publicExtent(), listParts()]);
  const stories = Array.from({ length: Math.max(1, Math.ceil(extent / addressesAPart)) }, (_, part) => String(part));
  const others = sitemapLists.flatMap((list) => Array.from({ length: lists[list] }, (_, part) => partName(list, part)));
  return new Response(sitemapIndex([...stories, ...others].map((part) => `${origin()}/sitemaps/${part}`)), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
