import { sitemapRows } from "@/lib/articles/reads/syndication";
import { addressesAPart, sitemapPart } from "@/lib/feeds/formats/sitemaps";
import { pagePath } from "@/lib/pages/purposes";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { origin, thePages, theSections } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  noteTags("articles");
  const { part } = await params;
  const rows = /^\d{1,4}$/.test(part) ? await sitemapRows(Number(part) * addressesAPart, addressesAPart) : [];
  if (rows.length === 0 && part !== "0") {
    answerWith(404);
    return new Response("There is no such part.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const fronts = part === "0" ? await frontsAndPages() : [];
  const stories = rows.map((row) => ({ address: origin() + row.path, changedAt: row.changedAt }));
  return new Response(sitemapPart([...fronts, ...stories]), { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}

/** What stands beside the stories: the front, the sections, and what the paper says of itself. */
async function frontsAndPages(): Promise<{ address: string; changedAt: Date | null }[]> {
  const [sections, pages] = await Promise.all([theSections(), thePages()]);
  return [
    ...["", ...sections.map((section) => section.slug)].map((slug) => ({ address: `${origin()}/${slug}`, changedAt: null })),
    ...pages.map((page) => ({ address: origin() + pagePath(page.slug), changedAt: new Date(page.changedAt) })),
  ];
}
