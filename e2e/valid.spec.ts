import { HtmlValidate } from "html-validate";
import { expect, test } from "./fixtures";

/** The HTML standard and what accessibility asks of markup, every rule an error; one first heading, and no level left out. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard", "html-validate:a11y"], rules: { "heading-level": ["error", { allowMultipleH1: false }], "no-dup-id": "error" } });

const wellFormed = { "/feeds/rss.xml": "rss", "/feeds/atom.xml": "feed", "/feeds/town/rss.xml": "rss", "/feeds/tags/skerry/atom.xml": "feed", "/feeds/authors/ines-marlowe/rss.xml": "rss", "/sitemap.xml": "sitemapindex", "/sitemaps/0": "urlset", "/sitemap-news.xml": "urlset" };

test("every page that the sitemap names, and those it does not, is valid HTML", async ({ visitor }) => {
  test.setTimeout(120_000);
  const { page } = await visitor();
  const named = [...(await (await page.request.get("/sitemaps/0")).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
  expect(named.length).toBeGreaterThan(20);
  const others = ["/archive", "/corrections", "/search", "/search?q=ferry", "/saved", "/authors/ines-marlowe", "/tags/skerry", "/oembed/town/night-ferry-vote", "/no-such-page"];
  expect((await validator.validateString("<p><div></div></p>")).valid, "the validator objects to what is wrong").toBe(false);
  const wrong: string[] = [];
  for (const path of [...named, ...others]) {
    const report = await validator.validateString(await (await page.request.get(path)).text());
    wrong.push(...report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`)));
  }
  expect(wrong).toEqual([]);
});

test("every file that says it is XML is, to a parser that forgives nothing", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/");
  for (const [path, root] of Object.entries(wellFormed)) {
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"], path).toMatch(/xml; charset=utf-8$/);
    const read = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, "application/xml");
      return { root: parsed.documentElement.localName, error: parsed.querySelector("parsererror")?.textContent ?? null };
    }, await answer.text());
    expect(read, path).toEqual({ root, error: null });
  }
});
