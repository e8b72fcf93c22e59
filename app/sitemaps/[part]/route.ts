import type { SitemapList } from "@/db/vocabulary";
import { freshCards, listPart, publicExtent, type SitemapRow, sitemapRows } from "@/lib/articles/reads/syndication";
import { addressesAPart, mostAddresses, newsAPart, newsSitemap, partNamed, type SitemapEntry, sitemapPart } from "@/lib/feeds/formats/sitemaps";
import { pagePath } from "@/lib/pages/purposes";
import { publicSeriesSlugs } from "@/lib/series/reads/series-at";
import { seriesPath } from "@/lib/series/views";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { origin, thePages, thePaper, theSections } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

/** One file of the sitemap, of its lists, or of the news. A part is answered whole: one that broke off halfway would be kept by the cache. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  noteTags("articles");
  const { part } = await params;
  const [, news, number] = /^(news-)?(\d{1,4})$/.exec(part) ?? [];
  const named = partNamed(part);
  const body = named ? await listFile(named) : number === undefined ? null : news ? await newsFile(Number(number)) : await addressFile(Number(number));
  if (body !== null) return new Response(body, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
  answerWith(404);
  return new Response("There is no such part.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

async function listFile({ list, part }: { list: SitemapList; part: number }): Promise<BodyInit | null> {
  const names = await listPart(list, part);
  return names && new Uint8Array(await sitemapPart(listAddresses(list, names)));
}

/** The lists of one part, as far as one file may hold them. */
async function* listAddresses(of: SitemapList, names: AsyncIterable<string>): AsyncGenerator<SitemapEntry> {
  let told = 0;
  for await (const name of names) {
    if (told++ >= mostAddresses) return;
    yield { address: `${origin()}/${of}/${encodeURIComponent(name)}`, changedAt: null, image: null };
  }
}

async function newsFile(part: number): Promise<string | null> {
  const [paper, cards] = await Promise.all([thePaper(), freshCards(part * newsAPart, newsAPart)]);
  return cards.length > 0 || part === 0 ? newsSitemap(paper, origin(), cards) : null;
}

async function addressFile(part: number): Promise<BodyInit | null> {
  const first = part * addressesAPart;
  if (part !== 0 && first >= (await publicExtent())) return null;
  const fronts = part === 0 ? await frontsAndPages() : [];
  return new Uint8Array(await sitemapPart(entries(fronts, sitemapRows(first, addressesAPart))));
}

async function* entries(fronts: readonly SitemapEntry[], stories: AsyncIterable<SitemapRow>): AsyncGenerator<SitemapEntry> {
  yield* fronts;
  for await (const { path, changedAt, picture } of stories) yield { address: origin() + path, changedAt, image: picture && origin() + picture };
}

/** What stands beside the stories: the front, the sections, the series, and what the paper says of itself. */
async function frontsAndPages(): Promise<SitemapEntry[]> {
  const [sections, pages, series] = await Promise.all([theSections(), thePages(), publicSeriesSlugs()]);
  return [
    ...["", ...sections.map((section) => section.slug)].map((slug) => ({ address: `${origin()}/${slug}`, changedAt: null, image: null })),
    ...series.map((slug) => ({ address: origin() + seriesPath(slug), changedAt: null, image: null })),
    ...pages.map((page) => ({ address: origin() + pagePath(page.slug), changedAt: new Date(page.changedAt), image: null })),
  ];
}
