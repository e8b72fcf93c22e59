import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { type FeedOf, feedItems } from "@/lib/articles/reads/syndication";
import { feedAddress, type FeedFormat, feedFormatNames, feedFormats } from "@/lib/feeds/addresses";
import { type Feed, linkHeader } from "@/lib/feeds/feed";
import { atom } from "@/lib/feeds/formats/atom";
import { jsonFeed } from "@/lib/feeds/formats/json-feed";
import { rss } from "@/lib/feeds/formats/rss";
import { familyOf } from "@/lib/sections/family";
import { seriesNamed } from "@/lib/series/reads/series-at";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { decoded, origin, theAuthor, thePaper, theSection, theSections, theTag } from "@/lib/web/reading";

export const dynamic = "force-dynamic";

const writers: Record<FeedFormat, (feed: Feed) => string> = { "rss.xml": rss, "atom.xml": atom, "feed.json": jsonFeed };

/** /feeds/rss.xml and its sisters: for the paper, for each section, and under tags/, authors/ and series/ for those. */
export async function GET(_request: Request, { params }: { params: Promise<{ feed: string[] }> }): Promise<Response> {
  const parts = (await params).feed.map(decoded);
  const format = feedFormatNames.find((name) => name === parts.at(-1));
  const place = parts.slice(0, -1);
  const [paper, found, { hub }] = await Promise.all([thePaper(), format ? withItems(whoseFeed(place)) : null, whomToTell()]);
  if (!format || !found) {
    answerWith(404);
    return new Response("There is no such feed.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const { whose, items } = found;
  // A picture's length comes to be known, or its parts, without anything being published.
  noteTags(...items.map((item) => `article:${item.id}` as const));
  const feed: Feed = {
    paper: paper.name,
    title: whose.name ? `${paper.name}: ${whose.name}` : paper.name,
    description: whose.name ? whose.description : paper.description,
    language: paper.language,
    origin: origin(),
    home: `${origin()}/${place.map(encodeURIComponent).join("/")}`,
    self: feedAddress(origin(), place, format),
    hub: hub || null,
    items,
    correctionsAt: paper.correctionsAt,
    madeAt: new Date(),
  };
  return new Response(writers[format](feed), { headers: { "Content-Type": `${feedFormats[format].type}; charset=utf-8`, Link: linkHeader(feed) } });
}

/** With what the feed carries, asked for as soon as it is known whose it is. */
async function withItems(asked: Promise<Whose | null>) {
  const whose = await asked;
  return whose && { whose, items: await feedItems(whose.which) };
}

type Whose = { which: FeedOf; name: string; description: string };

/** What has feeds under a name of its own, by what stands before the name. */
const byName = new Map([["tags", ofTag], ["authors", ofAuthor], ["series", ofSeries]]);

/** Whose stories stand in the feeds at a place, noted for the cache. Null where there are none and never were. */
async function whoseFeed(place: readonly string[]): Promise<Whose | null> {
  const [first = "", second] = place;
  const named = byName.get(first);
  if (place.length === 2 && second && named) return named(second);
  if (place.length > 1) return null;
  if (place.length === 0) {
    noteTags("articles");
    return { which: { of: "paper" }, name: "", description: "" };
  }
  const section = await theSection(first);
  if (!section) return null;
  const family = familyOf(await theSections(), section).map(({ id }) => id);
  noteTags(...family.map((id) => `section:${id}` as const));
  return { which: { of: "sections", ids: family }, name: section.name, description: section.description };
}

async function ofTag(slug: string): Promise<Whose | null> {
  const tag = await theTag(slug);
  return tag && { which: { of: "tag", id: tag.id }, name: tag.name, description: tag.intro };
}

async function ofAuthor(handle: string): Promise<Whose | null> {
  const author = await theAuthor(handle);
  return author && { which: { of: "author", id: author.id }, name: author.name, description: author.bio };
}

async function ofSeries(slug: string): Promise<Whose | null> {
  const series = await seriesNamed(slug);
  // What is not there may come with any event about stories.
  noteTags(series ? `series:${series.id}` : "articles");
  return series && { which: { of: "series", id: series.id }, name: series.title, description: series.intro };
}
