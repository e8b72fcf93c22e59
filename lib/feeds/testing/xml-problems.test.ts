import { expect, it } from "vitest";
import { type XmlRoot, xmlProblems } from "@/lib/feeds/testing/xml-problems";

const sitemap = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${inside}</urlset>`;

it.each<[XmlRoot, string, string, RegExp]>([
  ["urlset", "an address that is none", sitemap("<url><loc>/town</loc></url>"), /loc/],
  ["urlset", "one address twice", sitemap("<url><loc>https://a.example/</loc></url><url><loc>https://a.example/</loc></url>"), /each-once/],
  ["urlset", "a time without a zone", sitemap("<url><loc>https://a.example/</loc><lastmod>2026-11-12T06:42:00</lastmod></url>"), /lastmod/],
  ["urlset", "news without a title", sitemap("<url><loc>https://a.example/</loc><news:news><news:publication><news:name>A</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-12</news:publication_date></news:news></url>"), /title|Missing/],
  ["urlset", "news in English by its name", sitemap("<url><loc>https://a.example/</loc><news:news><news:publication><news:name>A</news:name><news:language>English</news:language></news:publication><news:publication_date>2026-11-12</news:publication_date><news:title>A</news:title></news:news></url>"), /language/],
  ["urlset", "half a file", sitemap("<url>").slice(0, -9), /end|Premature|mismatch/i],
  ["sitemapindex", "an index of nothing", '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>', /Missing/],
  ["rss", "a channel without a language", '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link><description>A</description></channel></rss>', /language/],
  ["feed", "a feed without a date", '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>urn:a</id><title>A</title></feed>', /updated|subtitle/],
  ["feed", "something else", "<html/>", /no feed/],
])("the schema for %s refuses %s", async (root, _, xml, said) => {
  expect((await xmlProblems(root, { "file.xml": xml })).join("\n")).toMatch(said);
});

it("an empty sitemap is one", async () => {
  expect(await xmlProblems("urlset", { "file.xml": sitemap("") })).toEqual([]);
});
