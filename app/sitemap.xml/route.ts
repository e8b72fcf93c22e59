import { publicExtent, publicHandles, publicTagSlugs } from "@/lib/articles/reads/syndication";
import { addressesAPart, sitemapIndex } from "@/lib/feeds/formats/sitemaps";
import { noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  noteTags("articles");
  const [extent, tags, authors] = await Promise.all([publicExtent(), isAny(publicTagSlugs()), isAny(publicHandles())]);
  const parts = Array.from({ length: Math.max(1, Math.ceil(extent / addressesAPart)) }, (_, part) => String(part));
  const addresses = [...parts, ...(tags ? ["tags"] : []), ...(authors ? ["authors"] : [])].map((part) => `${origin()}/sitemaps/${part}`);
  return new Response(sitemapIndex(addresses), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}

async function isAny(names: AsyncGenerator<string>): Promise<boolean> {
  const { done } = await names.next();
  await names.return(undefined);
  return !done;
}
