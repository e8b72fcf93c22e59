import { gzipSync } from "node:zlib";
import { expect, expectAccessible, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

const publicPages = ["/", "/town", "/archive", "/corrections", "/search?q=ferry", "/saved", "/authors/ines-marlowe", "/tags/skerry", "/town/night-ferry-vote", `/culture/${encodeURIComponent("بازگشایی-کتابخانه-مرکزی")}`, "/science/marsh-map", "/no-such-page"];

for (const scheme of ["light", "dark"] as const) {
  for (const width of [1280, 390, 320]) {
    test(`public pages hold at ${width} pixels, ${scheme}: no violation, nothing sideways, nothing from elsewhere`, async ({ visitor }) => {
      const { page } = await visitor({ width, scheme });
      const elsewhere: string[] = [];
      page.on("request", (request) => !request.url().startsWith(origin) && !request.url().startsWith("data:") && elsewhere.push(request.url()));
      for (const path of publicPages) {
        await page.goto(path);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      expect(elsewhere).toEqual([]);
    });
  }
}

test("statuses are true", async ({ visitor }) => {
  const { page } = await visitor();
  const status = async (path: string) => (await page.request.get(path, { maxRedirects: 0 })).status();
  for (const path of ["/", "/town", "/town/night-ferry-vote", "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/feeds/town/rss.xml", "/feeds/tags/skerry/atom.xml", "/feeds/authors/ines-marlowe/feed.json", "/sitemap.xml", "/sitemaps/0", "/sitemap-news.xml", "/robots.txt", "/healthz", "/readyz"]) expect(await status(path), path).toBe(200);
  for (const path of ["/nothing", "/town/nothing", "/tags/nothing", "/authors/nobody", "/archive/2020-13-45", "/archive/1999-01-01", "/feeds/nothing/rss.xml", "/feeds/tags/nothing/rss.xml", "/feeds/authors/nobody/rss.xml", "/feeds/series/nothing/rss.xml", "/feeds/constructor/town/rss.xml", "/feeds/tags/rss.xml", "/feeds/town/evil/rss.xml", "/feeds/evil", "/.env", "/.git/config", "/town/%ff", "/town/night-ferry-vote/more"]) expect(await status(path), path).toBe(404);
  const moved = await page.request.get("/world/night-ferry-vote", { maxRedirects: 0 });
  expect(moved.status()).toBe(301);
  expect(moved.headers().location).toBe("/town/night-ferry-vote");
  for (const path of ["/town", "/town/night-ferry-vote", "/archive", "/feeds/rss.xml", "/no-such-page"]) {
    const slashed = await page.request.get(`${path}/`, { maxRedirects: 0 });
    expect(slashed.status(), path).toBe(301);
    expect(slashed.headers().location).toBe(path);
  }
  for (const [spelled, path] of [["/%74own", "/town"], ["/town/night%2dferry-vote", "/town/night-ferry-vote"], ["/tags/%73kerry", "/tags/skerry"]] as const) {
    const answer = await page.request.get(spelled, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], spelled).toEqual([301, path]);
  }
});

test("whoever finds nothing is shown where others went, under an address of any kind", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false });
  for (const path of ["/no-such-page", "/town/no-such-story", "/no/such/part"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    const ways = page.getByRole("region", { name: "Read on" }).getByRole("link");
    expect(await ways.count(), path).toBeGreaterThanOrEqual(3);
    expect((await page.request.get((await ways.first().getAttribute("href")) ?? "")).status()).toBe(200);
  }
});

test("a story on paper tells its address, its date and every change, and nothing that only a screen can do", async ({ visitor }) => {
  const { page } = await visitor();
  const path = "/town/night-ferry-vote";
  await page.goto(path);
  await expect(page.getByText(origin + path, { exact: true })).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(origin + path, { exact: true })).toBeVisible();
  await expect(page.getByRole("article").first().locator("time").first()).toBeVisible();
  const firstChange = page.locator("#changes details li").first();
  await expect(firstChange).toBeVisible();
  expect(await firstChange.evaluate((line) => line.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
  // A fact box that is closed at first.
  const boxed = await page.locator(".prose").first().evaluate((prose) => {
    prose.insertAdjacentHTML("beforeend", "<details class='fact'><summary>Fares</summary><p>Four crowns.</p></details>");
    return prose.querySelector("details.fact:last-child p")?.checkVisibility({ contentVisibilityAuto: true });
  });
  expect(boxed).toBe(true);
  await expect(page.locator(".comments")).toBeHidden();
  // Black on white, also from a screen that was told to be dark.
  for (const theme of ["light", "dark"]) {
    await page.evaluate((wanted) => document.documentElement.setAttribute("data-theme", wanted), theme);
    const [ink, ground, dimmed] = await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("main img") as Element).filter]);
    expect([ink, dimmed], theme).toEqual(["rgb(0, 0, 0)", "none"]);
    expect(ground, theme).toMatch(/^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)|lab\(100 0 0\))$/);
  }
  for (const role of ["navigation", "button", "textbox", "search"] as const) await expect(page.getByRole(role), role).toHaveCount(0);
  for (const words of ["All stories", "Say what you know", "Up to 5,000 characters."]) await expect(page.getByText(words).first(), String(words)).toBeHidden();
});

test("whatever the sitemap and the feeds name is there, in any script, and so is all it links to", async ({ visitor }) => {
  const { page } = await visitor();
  const named = async (path: string, pattern: RegExp) => [...(await (await page.request.get(path)).text()).matchAll(pattern)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
  const pages = new Set([...(await named("/sitemaps/0", /<loc>([^<]+)<\/loc>/g)), ...(await named("/feeds/rss.xml", /<link>([^<]+)<\/link>/g))]);
  expect([...pages].some((address) => decodeURIComponent(address).includes("کتابخانه"))).toBe(true);
  const links = new Set<string>();
  for (const address of pages) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
    for (const [, link = ""] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) links.add(link.replaceAll("&amp;", "&"));
  }
  for (const link of links) expect((await page.request.get(link, { maxRedirects: 0 })).status(), link).toBe(200);
});

test("a public page is one body for everybody: no cookie, no header and no parameter changes it", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  const { page: nobody } = await visitor();
  const path = "/town/night-ferry-vote";
  const plain = await (await nobody.request.get(path)).text();
  expect(await (await editor.request.get(path)).text()).toBe(plain);
  for (const headers of [{ "X-Forwarded-Host": "evil.example" }, { "X-Forwarded-Proto": "ftp" }, { "x-middleware-subrequest": "middleware" }, { RSC: "1" }, { "Next-Router-Prefetch": "1" }] as Record<string, string>[]) expect(await (await nobody.request.get(path, { headers })).text()).toBe(plain);
  expect(await (await nobody.request.get(`${path}?utm_source=x&_rsc=1`)).text()).toBe(plain);
  const answer = await nobody.request.get(path);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect(answer.headers()["x-powered-by"]).toBeUndefined();
  expect(answer.headers()["content-security-policy"]).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  expect(plain).not.toMatch(/__next|@halyard\.example|style=|onclick=/);
  const again = await nobody.request.get(path, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

test("a story with all its styles is light: nothing of fronts and desk is in it", async ({ visitor }) => {
  const { page } = await visitor();
  const html = await (await page.request.get("/town/night-ferry-vote")).text();
  expect(gzipSync(html, { level: 9 }).byteLength).toBeLessThan(19_000);
  expect(html).not.toMatch(/\.opinion-strip|\.facets|--hand-1/);
});

test("a wide picture waits for the end of the quotation in the side column", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/town/night-ferry-vote");
  const overlap = await page.locator(".prose").first().evaluate((prose) => {
    prose.insertAdjacentHTML("afterbegin", `<figure class="pull aside"><blockquote><p>${"We will not move. ".repeat(20)}</p></blockquote></figure><p>A line.</p><figure class="picture out"><figcaption>The quay.</figcaption></figure>`);
    const [quotation, picture] = [".pull.aside", ".picture.out"].map((part) => (prose.querySelector(part) as Element).getBoundingClientRect());
    return picture && quotation ? quotation.bottom - picture.top : Number.NaN;
  });
  expect(overlap).toBeLessThanOrEqual(0);
});

test("structured data says what the page says", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/town/night-ferry-vote");
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  const news = JSON.parse(blocks[0] ?? "{}") as Record<string, unknown>;
  expect(news).toMatchObject({ "@type": "NewsArticle", headline: await page.getByRole("heading", { level: 1 }).textContent(), inLanguage: "en", isAccessibleForFree: true });
  expect(news.mainEntityOfPage).toBe(await page.locator('link[rel="canonical"]').getAttribute("href"));
  expect(news.datePublished).toBe(await page.locator(".credits time").first().getAttribute("datetime"));
  expect(news.correction).toMatchObject([{ "@type": "CorrectionComment", text: expect.stringContaining("312,000") }]);
  await expect(page.getByText("An earlier version said that the subsidy is 321,000").first()).toBeVisible();
});

test("after publication: update, correct and unpublish are on the article, the front, the section and the feed at once", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  const { page: reader } = await visitor();
  const first = `Verbs after publication ${Date.now()}`;
  await newStory(page);
  await writeStory(page, first);
  const path = await publish(page);
  const surfaces = [path, "/", "/town", "/feeds/rss.xml", "/feeds/town/feed.json", "/sitemap-news.xml"];
  const everywhere = async (text: string) => Promise.all(surfaces.map(async (surface) => ((await (await reader.request.get(surface)).text()).includes(text) ? surface : `not ${surface}`)));
  expect(await everywhere(first)).toEqual(surfaces);

  const second = `${first}, corrected`;
  await page.getByRole("textbox", { name: "Headline" }).fill(second);
  await saved(page);
  expect(await everywhere(second)).toEqual(surfaces.map((surface) => `not ${surface}`));
  await page.getByRole("textbox", { name: "What was wrong, for readers" }).fill("The headline was too short.");
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(page.getByText("Corrected.")).toBeVisible();
  expect(await everywhere(second)).toEqual(surfaces);
  expect(await (await reader.request.get(path)).text()).toContain("The headline was too short.");
  expect(await (await reader.request.get("/corrections")).text()).toContain("The headline was too short.");

  await page.getByRole("textbox", { name: "Reason" }).fill("A test is over.");
  await page.getByRole("button", { name: "Unpublish" }).click();
  await expect(page.getByText("Unpublished: the address answers")).toBeVisible();
  expect((await reader.request.get(path)).status()).toBe(410);
  expect((await everywhere(first)).slice(1)).toEqual(surfaces.slice(1).map((surface) => `not ${surface}`));
});

test("history shows every version and brings one back by merging", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `First words ${Date.now()}`);
  await publish(page);
  await page.getByRole("textbox", { name: "Headline" }).fill("Second thoughts");
  await saved(page);
  await page.goto(`${page.url()}/history`);
  await page.getByRole("link", { name: /published/ }).click();
  await expect(page.getByRole("main")).toContainText("First words");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore" }).dblclick();
  await expect(page.getByRole("button", { name: /Restore version/ })).toBeVisible();
  await expect(async () => {
    await page.getByRole("button", { name: /Restore version/ }).click({ timeout: 1000 });
    await page.waitForURL(/\/desk\/articles\/[0-9a-f-]+$/, { timeout: 3000 });
  }).toPass({ intervals: [500] });
  await saved(page);
  await expect(page.getByText(/^Version \d+ is back in the text/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue(/First words/);
});

test("the archive is a calendar that leads to a day, from there to the next one, and back to its year", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  await page.goto("/archive");
  const days = page.getByRole("table").first().getByRole("link");
  await expect(days.last()).toHaveAccessibleName(/^\w+day \d+ \w+ \d{4}: \d+ (story|stories)$/);
  await expectAccessible(page);
  const newest = (await days.last().getAttribute("href")) ?? "";
  await days.last().click();
  await expect(page).toHaveURL(newest);
  const other = page.getByRole("navigation", { name: "Other days" }).getByRole("link");
  await expect(other).toHaveCount(1);
  await other.click();
  await expect(page.getByRole("navigation", { name: "Other days" }).getByRole("link")).toHaveCount(2);
  await page.getByRole("link", { name: "All days" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Archive" })).toBeVisible();
});
