import { feedItems } from "@/lib/articles/reads/syndication";
import type { Feed } from "@/lib/feeds/feed";
import { atom } from "@/lib/feeds/formats/atom";
import { jsonFeed } from "@/lib/feeds/formats/json-feed";
import { rss } from "@/lib/feeds/formats/rss";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { origin, thePaper, theSection } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

const formats: Record<string, { write: (feed: Feed) => string; type: string }> = {
  "rss.xml": { write: rss, type: "application/rss+xml; charset=utf-8" },
  "atom.xml": { write: atom, type: "application/atom+xml; charset=utf-8" },
  "feed.json": { write: jsonFeed, type: "application/feed+json; charset=utf-8" },
};
const itemsAFeed = 30;

/** /feeds/rss.xml and its sisters, for the paper and for each section. */
export async function GET(_request: Request, { params }: { params: Promise<{ feed: string[] }> }): Promise<Response> {
  const parts = (await params).feed;
  const format = formats[parts.at(-1) ?? ""];
  const [paper, section] = await Promise.all([thePaper(), parts.length === 2 ? theSection(parts[0] ?? "") : null]);
  if (!format || parts.length > 2 || (parts.length === 2 && !section)) {
    answerWith(404);
    return new Response("There is no such feed.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  noteTags(section ? `section:${section.id}` : "articles");
  const home = section ? `${origin()}/${section.slug}` : `${origin()}/`;
  const feed: Feed = {
    title: section ? `${paper.name}: ${section.name}` : paper.name,
    description: section ? section.description : paper.description,
    language: paper.language,
    origin: origin(),
    home,
    self: `${origin()}/feeds/${parts.join("/")}`,
    items: await feedItems(section?.id ?? null, itemsAFeed),
    madeAt: new Date(),
  };
  return new Response(format.write(feed), { headers: { "Content-Type": format.type } });
}
