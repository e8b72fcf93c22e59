import { expect, it } from "vitest";
import { feedAddress, feedLinks } from "@/lib/feeds/addresses";
import { type Feed, type FeedItem, linkHeader } from "@/lib/feeds/feed";
import { atom } from "@/lib/feeds/formats/atom";
import { jsonFeed } from "@/lib/feeds/formats/json-feed";
import { rss } from "@/lib/feeds/formats/rss";
import { addressesAPart, mostAddresses, newsAPart, newsParts, newsSitemap, partName, partNamed, sitemapIndex, sitemapPart } from "@/lib/feeds/formats/sitemaps";
import { jsonFeedProblems } from "@/lib/feeds/testing/json-feed-problems";
import { xmlProblems } from "@/lib/feeds/testing/xml-problems";
import { slugLength } from "@/lib/kernel/slug";

const assetId = "0190b5a0-0000-7000-8000-00000000000a";
const picture = { id: assetId, width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], thumbHash: "", crops: [], crop: null, focal: null, alt: "A boat", caption: "", credit: "" };
const item = (number: number, more: Partial<FeedItem> = {}): FeedItem => ({
  id: `0190b5a0-0000-7000-8000-00000000000${number}`,
  path: `/town/boat-${number}`, format: "news",
  kicker: "",
  headline: `Boat ${number}`,
  frontHeadline: `Boat ${number}`,
  standfirst: "",
  language: "en",
  section: { slug: "town", name: "Town", accent: "town" },
  bylines: [{ role: "by", personId: null, name: "Ines" }],
  picture: null,
  words: 3,
  publishedAt: new Date(`2026-11-1${number}T06:42:00Z`),
  updatedAt: null,
  verdict: null,
  claim: "",
  claimant: "",
  claimantKind: null,
  pictures: 0,
  comments: 0,
  changedAt: new Date(`2026-11-1${number}T08:00:00Z`),
  cardBytes: null,
  tags: ["Ferries & piers"],
  corrections: [],
  material: { pictures: new Map(), stories: new Map(), embeds: new Map() },
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Text." }] }] },
  ...more,
});
const feed = (items: FeedItem[], madeAt = "2026-11-20T09:00:00Z"): Feed => ({ paper: "The Halyard", title: "The Halyard", description: "Daily", language: "en", origin: "https://paper.example", home: "https://paper.example/", self: "https://paper.example/feeds/rss.xml", hub: null, correctionsAt: "below", items, madeAt: new Date(madeAt) });

it.each([
  ["RSS", rss],
  ["Atom", atom],
  ["JSON Feed", jsonFeed],
])("%s of the same stories is the same to the byte whenever it is made, so that who has it is answered 304", (_, write) => {
  const items = [item(2), item(1)];
  expect(write(feed(items, "2026-11-20T09:00:00Z"))).toBe(write(feed(items, "2026-11-21T10:00:00Z")));
});

it("RSS says when the newest of its stories changed, with a year of four digits", () => {
  expect(rss(feed([item(1), item(2)]))).toContain("<lastBuildDate>Thu, 12 Nov 2026 08:00:00 GMT</lastBuildDate>");
  expect(rss(feed([item(1)]))).toContain("<pubDate>Wed, 11 Nov 2026 06:42:00 GMT</pubDate>");
});

it("names the part of a picture that the story shows", () => {
  expect(rss(feed([item(1, { picture: { ...picture, crop: "c0-0-500-1000" } })]))).toContain(`<media:content url="https://paper.example/media/${assetId}/c0-0-500-1000/1200.jpg"`);
});

it("RSS encloses a picture with its true length, and not at all while that is unknown", () => {
  const address = `https://paper.example/media/${assetId}/1200.jpg`;
  expect(rss(feed([item(1, { picture, cardBytes: 81234 })]))).toContain(`<enclosure url="${address}" length="81234" type="image/jpeg"/>`);
  const unknown = rss(feed([item(1, { picture })]));
  expect(unknown).not.toContain("<enclosure");
  expect(unknown).toContain(`<media:content url="${address}"`);
});

it("Atom names each entry once, tells its tags, and stands for itself", () => {
  const xml = atom(feed([item(2), item(1)]));
  const ids = [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(3);
  expect(xml).toContain('<category term="Ferries &amp; piers"/>');
  expect(xml).toContain('<link rel="self" href="https://paper.example/feeds/rss.xml" type="application/atom+xml"/>');
});

it("every feed names who wrote a story, and the paper where nobody signed", () => {
  const { items } = JSON.parse(jsonFeed(feed([item(1), item(2, { bylines: [] })]))) as { items: Record<string, unknown>[] };
  expect(items[0]).toMatchObject({ authors: [{ name: "Ines" }], date_published: "2026-11-11T06:42:00.000Z" });
  expect(items[1]).toMatchObject({ authors: [{ name: "The Halyard" }] });
  expect(rss(feed([item(2, { bylines: [] })]))).toContain("<dc:creator>The Halyard</dc:creator>");
  expect(atom({ ...feed([item(2, { bylines: [] })]), title: "The Halyard: Town" })).toContain("<author><name>The Halyard</name></author><category");
  expect(items[0]).not.toHaveProperty("author");
});

it("every format names the hub where the paper has one, and only there", () => {
  const told = { ...feed([item(1)]), hub: "https://hub.example/?a=1&b=2" };
  expect(rss(told)).toContain('<atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>');
  expect(atom(told)).toContain('<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>');
  expect(JSON.parse(jsonFeed(told))).toMatchObject({ hubs: [{ type: "WebSub", url: told.hub }] });
  expect(linkHeader(told)).toBe('<https://hub.example/?a=1&b=2>; rel="hub", <https://paper.example/feeds/rss.xml>; rel="self"');
  for (const write of [rss, atom, jsonFeed]) expect(write(feed([item(1)]))).not.toMatch(/"?hubs?"/);
});

it("JSON Feed is what its specification asks, and the checker objects to what is not", async () => {
  const whole = { ...feed([item(1), item(2, { bylines: [], tags: [], picture })]), hub: "https://hub.example/" };
  for (const one of [whole, feed([]), { ...whole, description: "" }]) expect(jsonFeedProblems(jsonFeed(one))).toEqual([]);
  const [first] = (JSON.parse(jsonFeed(whole)) as { items: object[] }).items;
  const wrong = { version: "https://jsonfeed.org/version/1", title: "", author: { name: "Ines" }, hubs: [{ type: "WebSub" }], items: [{ ...first, date_published: "12 November 2026" }, { ...first, id: 1 }, { ...first, content_html: undefined, _own: "word" }] };
  expect(jsonFeedProblems(JSON.stringify(wrong)).map((problem) => problem.split(":")[0])).toEqual(expect.arrayContaining(["version", "title", "hubs.0.url", "items.0.date_published", "items.1.id", "items.2"]));
});

it("a fact check says in every feed what was claimed, by whom and what was found, in its language; no other story does", async () => {
  const checked = { format: "fact_check", claim: "Mice ate <the> timetable", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" } as const;
  const told = "<dl><dt>The claim</dt><dd>Mice ate &lt;the&gt; timetable</dd><dt>Claimed by</dt><dd>Ellery Ferries</dd><dt>Our finding</dt><dd>Mostly false</dd></dl>";
  const feedOf = (more: Partial<FeedItem>) => feed([item(1, { ...checked, ...more })]);
  const itemOf = (more: Partial<FeedItem> = {}) => (JSON.parse(jsonFeed(feedOf(more))) as { items: { content_html: string; _claim_review?: object }[] }).items[0];
  expect(itemOf()?.content_html).toContain(told);
  expect(itemOf()?._claim_review).toMatchObject({ about: "https://schema.org/ClaimReview", "@context": "https://schema.org", "@type": "ClaimReview", url: "https://paper.example/town/boat-1", claimReviewed: checked.claim, itemReviewed: { "@type": "Claim", author: { "@type": "Organization", name: "Ellery Ferries" } }, reviewRating: { ratingValue: 2, alternateName: "Mostly false" } });
  expect(jsonFeedProblems(jsonFeed(feedOf({})))).toEqual([]);
  for (const [root, write] of [["rss", rss], ["feed", atom]] as const) {
    expect(await xmlProblems(root, { checked: write(feedOf({})) })).toEqual([]);
    expect(write(feedOf({}))).toContain("&lt;dt&gt;Our finding&lt;/dt&gt;&lt;dd&gt;Mostly false&lt;/dd&gt;");
  }
  expect(itemOf({ language: "de", claimant: "", verdict: null })?.content_html).toContain("<dl><dt>Die Behauptung</dt><dd>Mice ate &lt;the&gt; timetable</dd></dl>");
  expect(itemOf({ verdict: null })).not.toHaveProperty("_claim_review");
  expect(itemOf({ format: "news" })?.content_html).not.toContain("<dl>");
});

it("a feed's address is spelled as an address, in any script", () => {
  expect(feedAddress("https://paper.example", [], "rss.xml")).toBe("https://paper.example/feeds/rss.xml");
  expect(feedAddress("https://paper.example", ["tags", "کتاب"], "feed.json")).toBe(`https://paper.example/feeds/tags/${encodeURIComponent("کتاب")}/feed.json`);
  expect(Object.keys(feedLinks("https://paper.example", [], "The Halyard"))).toEqual(["application/rss+xml", "application/atom+xml", "application/feed+json"]);
});

it.each([
  ["stories", addressesAPart, { image: `https://paper.example/media/${assetId}/960.jpg`, changedAt: new Date() }],
  ["lists", mostAddresses, { image: null, changedAt: null }],
])("no file of the sitemap of %s weighs 50 MB, however long its addresses", async (_, most, more) => {
  const slug = encodeURIComponent("ف".repeat(slugLength));
  function* all() {
    for (let number = 0; number < most; number++) yield { address: `https://a-paper-with-a-very-long-name.example/${more.image ? slug : "authors"}/${slug}`, ...more };
  }
  expect((await sitemapPart(all())).byteLength).toBeLessThan(50 * 1024 * 1024);
});

it("the news sitemap is one file of 1,000 stories at most, and beyond that a list of such files", async () => {
  expect(newsAPart).toBeLessThanOrEqual(1000);
  for (const fresh of [0, 1, newsAPart]) expect(newsParts(fresh, "https://paper.example")).toEqual([]);
  expect(newsParts(newsAPart + 1, "https://paper.example")).toEqual(["https://paper.example/sitemaps/news-0", "https://paper.example/sitemaps/news-1"]);
  expect(newsParts(2 * newsAPart, "https://paper.example")).toHaveLength(2);
  expect(await xmlProblems("sitemapindex", { index: sitemapIndex(newsParts(5000, "https://paper.example")) })).toEqual([]);
  const full = newsSitemap({ name: "The Halyard & Co" }, "https://paper.example", Array.from({ length: newsAPart }, (_, number) => ({ ...item(1), path: `/town/boat-${number}` })));
  expect(await xmlProblems("urlset", { full })).toEqual([]);
  expect(full.match(/<url>/g)).toHaveLength(newsAPart);
  expect(full).toContain("<news:name>The Halyard &amp; Co</news:name><news:language>en</news:language>");
});

it("each part of a list has one name", () => {
  for (const [list, part, name] of [["tags", 0, "tags"], ["authors", 3, "authors-3"]] as const) expect([partName(list, part), partNamed(name)]).toEqual([name, { list, part }]);
  for (const name of ["tags-0", "tags-01", "tags-", "tags-1x", "sections", "0", "tags-10000", ""]) expect(partNamed(name), name).toBeNull();
});
