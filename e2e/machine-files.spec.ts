import { expect, test } from "./fixtures";

const feedTypes = { "application/rss+xml": "rss.xml", "application/atom+xml": "atom.xml", "application/feed+json": "feed.json" };

test("every page names its feeds, and each is what its type says, whole and answered 304 to whoever has it", async ({ visitor }) => {
  const { page } = await visitor();
  for (const [path, place] of [["/", ""], ["/town", "/town"], ["/tags/skerry", "/tags/skerry"], ["/authors/ines-marlowe", "/authors/ines-marlowe"], ["/town/night-ferry-vote", "/town"]] as const) {
    const html = await (await page.request.get(path)).text();
    for (const [type, file] of Object.entries(feedTypes)) {
      const link = [...html.matchAll(/<link [^>]*rel="alternate"[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`type="${type}"`));
      const address = /href="([^"]+)"/.exec(link ?? "")?.[1] ?? "";
      expect(new URL(address).pathname, `${path} names ${type}`).toBe(`/feeds${place}/${file}`);
      const answer = await page.request.get(address);
      expect(answer.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
      const text = await answer.text();
      expect(text).toContain("Night ferry");
      expect(text, "a feed names itself").toContain(address);
      const { etag = "", "last-modified": since = "" } = answer.headers();
      for (const headers of [{ "If-None-Match": etag }, { "If-Modified-Since": since }] as Record<string, string>[]) expect((await page.request.get(address, { headers })).status()).toBe(304);
    }
  }
});

test("what a feed encloses is as long as it says", async ({ visitor }) => {
  const { page } = await visitor();
  const xml = await (await page.request.get("/feeds/rss.xml")).text();
  const enclosures = [...xml.matchAll(/<enclosure url="([^"]+)" length="(\d+)" type="([^"]+)"/g)];
  expect(enclosures.length).toBeGreaterThan(0);
  for (const [, address = "", length, type] of enclosures) {
    const { "content-length": size, "content-type": served } = (await page.request.get(address)).headers();
    expect([size, served], address).toEqual([length, type]);
  }
});
