import { describe, expect, it } from "vitest";
import { safeJson } from "@/components/reader/article/safe-json";
import { calendarDay, isoWithOffset, longDay, nearDay, printedTime, printedYear, shortTime } from "@/components/reader/dates";
import { fromWallTime } from "@/components/desk/editor/times";
import type { Feed, FeedItem } from "@/lib/feeds/feed";
import { atom } from "@/lib/feeds/formats/atom";
import { jsonFeed } from "@/lib/feeds/formats/json-feed";
import { rss } from "@/lib/feeds/formats/rss";
import { xmlProblems } from "@/lib/feeds/testing/xml-problems";
import { somePicture } from "@/components/reader/testing/some-page";
import { newsSitemap, sitemapIndex, sitemapPart } from "@/lib/feeds/formats/sitemaps";

const item: FeedItem = {
  id: "0190b5a0-0000-7000-8000-000000000001",
  path: "/town/boat",
  format: "news",
  kicker: "",
  headline: "Boats & <b>votes</b> \u0007",
  frontHeadline: "Boats & <b>votes</b> \u0007",
  standfirst: "]]> & more",
  language: "en",
  section: { slug: "town", name: "Town", accent: "town" },
  bylines: [{ role: "by", personId: null, name: "Ines" }],
  picture: null,
  words: 3,
  publishedAt: new Date("2026-11-12T06:42:00Z"),
  updatedAt: null,
  verdict: null,
  claim: "",
  claimant: "",
  claimantKind: null,
  pictures: 0,
  comments: 0,
  changedAt: new Date("2026-11-12T08:00:00Z"),
  cardBytes: null,
  tags: ["Ferries"],
  corrections: [{ id: "0190b5a0-0000-7000-8000-00000000c001", kind: "correction", note: "It is 312,000 <crowns>.", at: new Date("2026-11-12T08:00:00Z") }],
  material: { pictures: new Map(), stories: new Map(), embeds: new Map() },
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "See ", marks: [] }, { type: "text", text: "this", marks: [{ type: "link", attrs: { href: "/town/other" } }] }] }] },
};
const feed: Feed = { paper: "The Halyard", title: "The Halyard", description: "Daily", language: "en", origin: "https://paper.example", home: "https://paper.example/", self: "https://paper.example/feeds/rss.xml", hub: null, correctionsAt: "below", items: [item], madeAt: new Date("2026-11-12T09:00:00Z") };

describe("feeds", () => {
  it.each([
    ["RSS", rss, "rss"],
    ["Atom", atom, "feed"],
  ] as const)("%s is valid whatever the headline, with stable names and absolute addresses", async (_, write, root) => {
    const xml = write(feed);
    const picture = { ...feed, hub: "https://hub.example/?a=1&b=2", items: [{ ...item, standfirst: "", bylines: [], picture: somePicture(), cardBytes: 81_234 }] };
    expect(await xmlProblems(root, { feed: xml, empty: write({ ...feed, items: [] }), more: write(picture) })).toEqual([]);
    expect(xml).not.toContain("\u0007");
    expect(xml).toContain(`urn:uuid:${item.id}`);
    expect(xml).toContain("https://paper.example/town/other");
    expect(xml).toContain("312,000");
  });

  it("a correction is called what it is, in the story's language", () => {
    const corrections = [{ id: "0190b5a0-0000-7000-8000-00000000c002", kind: "clarification" as const, note: "Both boats.", at: item.publishedAt }];
    expect(rss({ ...feed, items: [{ ...item, corrections }] })).toContain("Clarification.");
    expect(rss({ ...feed, items: [{ ...item, language: "de", corrections }] })).toContain("Klarstellung.");
  });

  it("a correction that stands in the text is told once, first", () => {
    const [{ id, kind, note, at }] = item.corrections as [FeedItem["corrections"][number]];
    const noted = { ...item, body: { ...item.body, content: [...item.body.content, { type: "correctionNote" as const, attrs: { correctionId: id, kind, at: at.toISOString() }, content: [{ type: "text" as const, text: note }] }] } };
    expect(rss({ ...feed, items: [noted] })).toBe(rss(feed));
  });

  it("JSON Feed says version 1.1 and parses", () => {
    const parsed = JSON.parse(jsonFeed(feed)) as { version: string; items: { id: string; content_html: string; authors: { name: string }[] }[] };
    expect(parsed.version).toBe("https://jsonfeed.org/version/1.1");
    expect(parsed.items[0]).toMatchObject({ id: `urn:uuid:${item.id}`, authors: [{ name: "Ines" }] });
    expect(parsed.items[0]?.content_html).not.toMatch(/<script|style=/);
  });

  it("sitemaps escape, name the paper, and tell the picture of each story", async () => {
    const part = (await sitemapPart([{ address: "https://paper.example/a?b&c", changedAt: item.publishedAt, image: "https://paper.example/media/x/1200.jpg?a&b" }, { address: "https://paper.example/", changedAt: null, image: null }])).toString();
    expect(part).toContain("<lastmod>2026-11-12T06:42:00.000Z</lastmod><image:image><image:loc>https://paper.example/media/x/1200.jpg?a&amp;b</image:loc></image:image></url>");
    expect(part.match(/<image:image>/g)).toHaveLength(1);
    expect(sitemapIndex(["https://paper.example/sitemaps/0"])).toContain("<sitemap><loc>https://paper.example/sitemaps/0</loc></sitemap>");
    const news = newsSitemap({ name: "The Halyard" }, "https://paper.example", [item]);
    expect(await xmlProblems("urlset", { part, empty: (await sitemapPart([])).toString(), news, noNews: newsSitemap({ name: "The Halyard" }, "https://paper.example", []) })).toEqual([]);
    expect(await xmlProblems("sitemapindex", { index: sitemapIndex(["https://paper.example/sitemaps/0", "https://paper.example/sitemaps/tags"]) })).toEqual([]);
    expect(news).toContain("<news:name>The Halyard</news:name>");
    expect(news).toContain("<news:publication_date>2026-11-12T06:42:00.000Z</news:publication_date>");
  });
});

describe("times", () => {
  const winter = new Date("2026-11-12T06:42:00Z");
  it("are printed in the paper's zone, with it", () => {
    expect(printedTime(winter, "Europe/Copenhagen")).toBe("12 November 2026, 07:42 CET");
    expect(isoWithOffset(winter, "Europe/Copenhagen")).toBe("2026-11-12T07:42:00+01:00");
    expect(isoWithOffset(new Date("2026-07-01T06:00:00Z"), "America/New_York")).toBe("2026-07-01T02:00:00-04:00");
    expect(calendarDay(new Date("2026-11-12T23:30:00Z"), "Europe/Copenhagen")).toBe("2026-11-13");
  });
  it("are said as near as they are", () => {
    expect(nearDay(winter, new Date("2026-11-12T20:00:00Z"), "UTC", "en")).toBe("Today");
    expect(nearDay(winter, new Date("2026-11-13T01:00:00Z"), "UTC", "en")).toBe("Yesterday");
    expect(nearDay(winter, new Date("2026-11-15T01:00:00Z"), "UTC", "en")).toBe("Thursday");
  });
  it("are said in the paper's language, in its digits", () => {
    expect(nearDay(winter, new Date("2026-11-13T01:00:00Z"), "UTC", "fa")).toBe("دیروز");
    expect(longDay(winter, "UTC", "fa")).toBe("پنجشنبه ۲۱ آبان ۱۴۰۵");
    expect(printedTime(winter, "Asia/Tehran", "fa")).toBe("۲۱ آبان ۱۴۰۵، ۱۰:۱۲ به وقت ایران");
    expect(printedTime(winter, "Africa/Cairo", "ar")).toBe("١٢ نوفمبر ٢٠٢٦، ٠٨:٤٢ بتوقيت مصر");
    expect(printedTime(winter, "UTC", "fa"), "a zone without a land").toBe("۲۱ آبان ۱۴۰۵، ۰۶:۴۲ (UTC)");
    expect(printedYear(winter, "UTC", "fa")).toBe("۱۴۰۵");
    expect(longDay(winter, "UTC", "en")).toBe("Thursday 12 November 2026");
    expect(shortTime(winter, "UTC", "ar")).toBe("٠٦:٤٢");
  });
  it("typed at the desk are of the paper's zone, over a change of clocks too", () => {
    expect(fromWallTime("2026-11-12T07:42", "Europe/Copenhagen")).toBe("2026-11-12T06:42:00.000Z");
    expect(fromWallTime("2026-07-01T07:42", "Europe/Copenhagen")).toBe("2026-07-01T05:42:00.000Z");
    expect(fromWallTime("2026-10-25T03:30", "Europe/Copenhagen")).toBe("2026-10-25T02:30:00.000Z");
    expect(fromWallTime("", "Europe/Copenhagen")).toBe("");
  });
});

it("structured data cannot end its element and reads back the same", () => {
  const headline = "</script><script>alert(1)</script><!-- \u2028 &";
  const json = safeJson({ headline });
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ headline });
});
