import { sitemapRows } from "@/lib/articles/reads/syndication";
import { addressesAPart, sitemapPart } from "@/lib/feeds/formats/sitemaps";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { origin, theSections } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  noteTags("articles");
  const { part } = await params;
  const rows = /^\d{1,4}$/.test(part) ? await sitemapRows(Number(part) * addressesAPart, addressesAPart) : [];
  if (rows.length === 0 && part !== "0") {
    answerWith(404);
    return new Response("There is no such part.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const fronts = part === "0" ? [{ address: `${origin()}/`, changedAt: null }, ...(await theSections()).map((section) => ({ address: `${origin()}/${section.slug}`, changedAt: null }))] : [];
  const stories = rows.map((row) => ({ address: origin() + row.path, changedAt: row.changedAt }));
  return new Response(sitemapPart([...fronts, ...stories]), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
