import { jsonFeedProblems } from "../lib/feeds/testing/json-feed-problems";
import { expect, expectAccessible, origin, test } from "./fixtures";

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
      expect(text).toContain("urn:uuid:");
      expect(text, "a feed names itself").toContain(address);
      if (file === "feed.json") expect(jsonFeedProblems(text), address).toEqual([]);
      // A story that comes out in between makes another feed of it, and what is asked for then is that one.
      const condition = async (name: string, of: string) => (await page.request.get(address, { headers: { [name]: (await page.request.get(address)).headers()[of] ?? "" } })).status();
      await expect.poll(() => condition("If-None-Match", "etag")).toBe(304);
      await expect.poll(() => condition("If-Modified-Since", "last-modified")).toBe(304);
    }
  }
});

test("what a feed encloses is as long as it says", async ({ visitor }) => {
  const { page } = await visitor();
  const enclosed = async () => [...(await (await page.request.get("/feeds/rss.xml")).text()).matchAll(/<enclosure url="([^"]+)" length="(\d+)" type="([^"]+)"/g)];
  // Their sizes are made by jobs.
  await expect.poll(async () => (await enclosed()).length, { timeout: 120_000 }).toBeGreaterThan(0);
  const enclosures = await enclosed();
  for (const [, address = "", length, type] of enclosures) {
    const { "content-length": size, "content-type": served } = (await page.request.get(address)).headers();
    expect([size, served], address).toEqual([length, type]);
  }
});

test("an administrator writes the files for machines; each is served as soon as it is saved, and gone when it is emptied", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("administrator");
  const { page: machine } = await visitor({ width: 390 });
  const asked = async (path: string) => machine.request.get(path, { maxRedirects: 0 });
  for (const path of ["/.well-known/security.txt", "/ads.txt", "/app-ads.txt", "/trust.txt", "/.well-known/trust.txt", "/humans.txt", "/.well-known/nothing"]) expect((await asked(path)).status(), path).toBe(404);
  const change = await asked("/.well-known/change-password");
  expect([change.status(), change.headers().location]).toEqual([302, "/account"]);

  await page.goto("/desk/settings/files");
  await expectAccessible(page);
  const robots = page.getByRole("form", { name: "Robots of language models" });
  const training = robots.getByRole("checkbox", { name: "Robots that collect texts to train language models" });
  await expect(training).toBeChecked();
  await training.press("Space");
  await robots.getByRole("button", { name: "Save what robots may do" }).press("Enter");
  await expect(robots.getByRole("status")).toHaveText("Saved: robots.txt turns away robots that train language models.");
  expect(await (await asked("/robots.txt")).text()).toMatch(/\n\n(User-agent: \S+\n)+Disallow: \/\n/);
  await training.press("Space");
  await robots.getByRole("button", { name: "Save what robots may do" }).press("Enter");
  await expect(robots.getByRole("status")).toHaveText("Saved: robots.txt turns none of them away.");
  expect(await (await asked("/robots.txt")).text()).not.toContain("GPTBot");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await field("security.txt").fill("Contact: nobody");
  await field("ads.txt").fill("OWNERDOMAIN=paper.example");
  await field("trust.txt").fill("datatrainingallowed=no");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByRole("form", { name: "Files for machines" }).getByRole("alert"), "a form that is longer than the window is answered where it is seen").toBeInViewport();
  await expect(page.getByText("Line 1: begin the value with https: or mailto: or tel:").first()).toBeVisible();
  await expect(field("ads.txt"), "what was typed stays").toHaveValue("OWNERDOMAIN=paper.example");
  await expectAccessible(page);
  await field("security.txt").fill("Contact: mailto:security@paper.example");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByText("Saved: 3 files are there.")).toBeInViewport();

  // A colleague saves a file while another is typed here; what is saved beside it brings hers onto the page, and takes nothing of that for seen.
  const { page: colleague } = await signedIn("administrator");
  await colleague.goto("/desk/settings/files");
  await field("humans.txt").fill("Written here");
  await colleague.getByRole("textbox", { name: "humans.txt" }).fill("Written elsewhere");
  await colleague.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(colleague.getByText("Saved: 4 files are there.")).toBeVisible();
  await training.press("Space");
  await robots.getByRole("button", { name: "Save what robots may do" }).press("Enter");
  await expect(robots.getByRole("status")).toHaveText("Saved: robots.txt turns away robots that train language models.");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Wim Castell has changed the files meanwhile" })).toBeInViewport();
  await expect(field("humans.txt")).toHaveValue("Written here");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByText("Saved: 4 files are there.")).toBeInViewport();
  expect(await (await asked("/humans.txt")).text()).toContain("Written here");
  await field("humans.txt").fill("");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByText("Saved: 3 files are there.")).toBeVisible();
  await training.press("Space");
  await robots.getByRole("button", { name: "Save what robots may do" }).press("Enter");
  await expect(robots.getByRole("status")).toHaveText("Saved: robots.txt turns none of them away.");

  const security = await asked("/.well-known/security.txt");
  expect(security.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await security.text();
  expect(text).toContain("Contact: mailto:security@paper.example\n");
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 24 * 60 * 60 * 1000);
  expect(await (await asked("/ads.txt")).text()).toBe("OWNERDOMAIN=paper.example\n");
  expect(await (await asked("/trust.txt")).text()).toBe(await (await asked("/.well-known/trust.txt")).text());

  await field("ads.txt").fill("");
  await page.getByRole("button", { name: "Save the files" }).press("Enter");
  await expect(page.getByText("Saved: 2 files are there.")).toBeVisible();
  expect((await asked("/ads.txt")).status()).toBe(404);
});

test("an administrator has search engines and a hub told of what is new: feeds name the hub, and at the root lies no key but the paper's", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("administrator", { width: 390 });
  const { page: machine } = await visitor();
  const feed = async (file: string) => machine.request.get(`/feeds/${file}`);
  expect((await feed("rss.xml")).headers().link).toBe(`<${origin}/feeds/rss.xml>; rel="self"`);
  await page.goto("/desk/settings/outside");
  await expectAccessible(page);
  const form = page.getByRole("form", { name: "Telling of what is new" });
  const hub = form.getByRole("textbox", { name: "Hub (WebSub)" });
  await expect(form.getByRole("checkbox")).not.toBeChecked();
  await hub.fill("hub.example");
  await hub.press("Enter");
  await expect(form.getByText("Write the hub’s address, beginning with https://, or leave it empty.").first()).toBeVisible();
  await expectAccessible(page);
  await hub.fill("https://hub.example/");
  await hub.press("Enter");
  await expect(form.getByRole("status")).toHaveText("Kept: the hub will be told of what is new.");
  for (const file of Object.values(feedTypes)) {
    const answer = await feed(file);
    expect(answer.headers().link).toBe(`<https://hub.example/>; rel="hub", <${origin}/feeds/${file}>; rel="self"`);
    expect(await answer.text()).toContain("https://hub.example/");
  }
  const noKey = await machine.request.get(`/${"0".repeat(32)}.txt`);
  expect([noKey.status(), await noKey.text()], "asked of the file of the key, not of a page").toEqual([404, "There is no such file.\n"]);
  await hub.fill("");
  await hub.press("Enter");
  await expect(form.getByRole("status")).toHaveText("Kept: nobody is told.");
});

test("a story tells social cards and search engines all of itself, in pictures that are really served so", async ({ visitor }) => {
  const { page } = await visitor();
  const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
  // The shapes are cut after publication, by a job.
  await expect(async () => {
    await page.goto("/town/night-ferry-vote");
    expect(await meta("og:image")).toMatch(/\/media\/[0-9a-f-]+\/c[\d-]+\/1200\.jpg$/);
    const [news] = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect((JSON.parse(news ?? "{}") as { image: string[] }).image).toHaveLength(4);
  }).toPass({ timeout: 120_000, intervals: [1000] });

  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(await page.locator('link[rel="canonical"]').count()).toBe(1);
  for (const [name, value] of Object.entries({ "og:type": "article", "og:url": canonical, "og:locale": "en_GB", "og:image:width": "1200", "og:image:type": "image/jpeg", "twitter:card": "summary_large_image", "article:section": "Town" })) expect(await meta(name), name).toBe(value);
  for (const name of ["og:title", "og:description", "og:site_name", "og:image:alt", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt", "article:tag", "article:author"]) expect(await meta(name), name).toMatch(/./);
  expect(((await meta("twitter:title")) ?? "").length).toBeLessThanOrEqual(70);
  expect(((await meta("twitter:description")) ?? "").length).toBeLessThanOrEqual(200);
  expect(await meta("article:published_time")).toBe(await page.locator(".credits time").first().getAttribute("datetime"));
  expect(await meta("robots")).toContain("max-image-preview:large");

  const served = (address: string) =>
    page.evaluate(async (src) => {
      const picture = new Image();
      picture.src = src;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, address);
  expect(await served((await meta("og:image")) ?? "")).toEqual([1200, Number(await meta("og:image:height"))]);
  expect((await (await page.request.get((await meta("og:image")) ?? "")).body()).length).toBeLessThan(1_000_000);
  const [first] = await page.locator('script[type="application/ld+json"]').allTextContents();
  const news = JSON.parse(first ?? "{}") as { image: string[]; speakable: { cssSelector: string[] } };
  for (const [address, ratio] of [[news.image[1], 16 / 9], [news.image[2], 4 / 3], [news.image[3], 1]] as const) {
    const [width = 0, height = 1] = await served(address ?? "");
    expect(Math.abs(width / height / ratio - 1), address).toBeLessThan(0.01);
    expect(width * height).toBeGreaterThanOrEqual(50_000);
  }
  for (const selector of news.speakable.cssSelector) await expect(page.locator(selector).first()).toBeVisible();

  await page.goto("/");
  const paper = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? "{}") as Record<string, string>;
  expect(paper["@type"]).toBe("NewsMediaOrganization");
  expect((await page.request.get(paper.correctionsPolicy ?? "")).status()).toBe(200);
  expect(await meta("robots")).toContain("max-image-preview:large");
  await page.goto("/search?q=ferry");
  expect(await meta("robots")).toContain("noindex");
});

test("whatever has no picture of its own is shared by a card that is drawn, of the size and weight that are asked", async ({ visitor }) => {
  const { page } = await visitor();
  const meta = (name: string) => page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
  const plain = [...(await (await page.request.get("/feeds/rss.xml")).text()).matchAll(/<item>[\s\S]*?<\/item>/g)].map(([item]) => item).find((item) => !item.includes("<media:content"));
  const withoutPicture = new URL(/<link>([^<]+)</.exec(plain ?? "")?.[1] ?? "").pathname;
  const cards = new Set<string>();
  for (const path of [withoutPicture, "/", "/town", "/authors/ines-marlowe", "/tags/skerry", "/about/masthead"]) {
    await page.goto(path);
    const address = (await meta("og:image")) ?? "";
    expect(address, path).toMatch(new RegExp(`^${origin}/media/cards/`));
    expect([await meta("og:image:width"), await meta("og:image:height"), await meta("og:image:type"), await meta("twitter:card"), await meta("twitter:image"), await meta("og:url")], path).toEqual(["1200", "630", "image/png", "summary_large_image", address, await page.locator('link[rel="canonical"]').getAttribute("href")]);
    for (const name of ["og:title", "og:site_name", "og:locale", "og:image:alt"]) expect(await meta(name), `${path} ${name}`).toMatch(/./);
    const answer = await page.request.get(address);
    const bytes = await answer.body();
    expect([answer.status(), answer.headers()["content-type"], bytes.length < 1_000_000], path).toEqual([200, "image/png", true]);
    // Of a PNG the size stands at its head.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1200, 630]);
    cards.add(address);
  }
  // The paper's own pages are shared by the paper's card.
  expect(cards.size).toBe(5);
});

test("another site finds the card of a story, and shows it in a frame in which nothing runs", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  await page.goto("/town/night-ferry-vote");
  const discovery = (await page.locator('link[type="application/json+oembed"]').getAttribute("href")) ?? "";
  const answer = await page.request.get(`${discovery}&maxwidth=360&maxheight=400`);
  expect(answer.headers()["content-type"]).toContain("application/json");
  const card = (await answer.json()) as { type: string; width: number; height: number; html: string };
  expect(card).toMatchObject({ type: "rich", version: "1.0", width: 360, height: 400 });
  const address = encodeURIComponent(`${origin}/town/no-such-story`);
  expect((await page.request.get(`/oembed?url=${address}`)).status()).toBe(404);
  expect((await page.request.get(`/oembed?url=${encodeURIComponent("https://elsewhere.example/town/night-ferry-vote")}`)).status()).toBe(404);
  expect((await page.request.get(`${discovery}&format=xml`)).status()).toBe(501);
  expect((await page.request.get(`/oembed?url=${encodeURIComponent(`${origin}/world/night-ferry-vote`)}`)).status(), "a former address").toBe(200);

  // Another origin, though served by nobody.
  await page.route("http://elsewhere.test/", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1>${card.html}</main></html>` }));
  await page.goto("http://elsewhere.test/");
  const framed = page.frameLocator("iframe");
  await expect(framed.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => framed.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await framed.locator("script").count()).toBe(0);
  const embedded = await page.request.get("/oembed/town/night-ferry-vote");
  expect(embedded.headers()["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors \*/);
  expect((await page.request.get("/town/night-ferry-vote")).headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await page.goto("/oembed/town/night-ferry-vote");
  await expectAccessible(page);
  for (const [scheme, width] of [["light", 390], ["dark", 550]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 420 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }
});

test("robots, sitemaps and news say what their standards ask, of addresses of ours that are really there", async ({ visitor }) => {
  const { page } = await visitor();
  const get = (path: string) => page.request.get(path, { maxRedirects: 0 });
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
  const robots = await get("/robots.txt");
  expect([robots.status(), robots.headers()["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  const rules = await robots.text();
  expect(rules.length).toBeLessThan(500 * 1024);
  for (const closed of ["/desk$", "/desk/", "/api/", "/account?", "/sign-in$", "/comments/", "/search?", "/saved$"]) expect(rules).toContain(`Disallow: ${closed}\n`);
  expect(all(rules, /^Sitemap: (.+)$/gm)).toEqual([`${origin}/sitemap.xml`, `${origin}/sitemap-news.xml`]);

  const parts = all(await (await get("/sitemap.xml")).text(), /<loc>([^<]+)<\/loc>/g);
  expect(parts[0]).toBe(`${origin}/sitemaps/0`);
  expect((await get(`/sitemaps/${parts.length}`)).status(), "behind the last part").toBe(404);
  const part = await (await get(parts[0] ?? "")).text();
  const addresses = all(part, /<loc>([^<]+)<\/loc>/g);
  expect(addresses.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  expect(new Set(addresses).size, "each once").toBe(addresses.length);
  expect(addresses).toContain(`${origin}/about/masthead`);
  for (const at of all(part, /<lastmod>([^<]+)<\/lastmod>/g)) {
    expect(new Date(at).toISOString(), at).toBe(at);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  }
  const pictures = all(part, /<image:loc>([^<]+)<\/image:loc>/g);
  expect(pictures.length).toBeGreaterThan(10);
  for (const picture of pictures.slice(0, 3)) expect((await get(picture)).headers()["content-type"], picture).toMatch(/^image\//);

  const news = await (await get("/sitemap-news.xml")).text();
  expect(news).toContain('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"');
  const stories = all(news, /<url>(.*?)<\/url>/g);
  expect(stories.length).toBeGreaterThan(0);
  // The oldest are the demo's own: what other tests publish may be gone again.
  for (const story of stories.slice(-3)) {
    const [loc = "", at = "", title = ""] = [/<loc>(.*?)<\/loc>/, /<news:publication_date>(.*?)<\/news:publication_date>/, /<news:title>(.*?)<\/news:title>/].map((pattern) => pattern.exec(story)?.[1] ?? "");
    expect(story).toContain("<news:publication><news:name>The Halyard</news:name><news:language>");
    expect(/<news:language>(\w+)</.exec(story)?.[1]).toMatch(/^(en|de|fr|es|fa|ar)$/);
    const age = Date.now() - Date.parse(at);
    expect(age >= 0 && age < 48 * 3_600_000 + 60_000, at).toBe(true);
    await page.goto(loc);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? ""));
    expect(await page.locator('meta[property="article:published_time"]').getAttribute("content").then((said) => Date.parse(said ?? ""))).toBe(Math.floor(Date.parse(at) / 1000) * 1000);
  }
  expect((await get("/sitemaps/news-7")).status()).toBe(404);
  expect((await get("/sitemaps/nonsense")).status()).toBe(404);
});

test("feeds of the paper hold enough stories, each with what a reader's program needs and nothing that could run in it", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/");
  const rss = await page.evaluate(async () => {
    const xml = new DOMParser().parseFromString(await (await fetch("/feeds/rss.xml")).text(), "application/xml");
    const text = (item: Element, name: string) => [...item.getElementsByTagName(name)].map((one) => one.textContent ?? "");
    return {
      language: xml.querySelector("channel > language")?.textContent,
      items: [...xml.querySelectorAll("item")].map((item) => ({ title: text(item, "title"), link: text(item, "link"), guid: text(item, "guid"), permanent: item.querySelector("guid")?.getAttribute("isPermaLink"), date: text(item, "pubDate"), by: text(item, "dc:creator"), html: text(item, "content:encoded").join(), category: text(item, "category") })),
    };
  });
  expect(rss.language).toBe("en");
  expect(rss.items.length).toBeGreaterThanOrEqual(20);
  expect(new Set(rss.items.flatMap((item) => item.guid)).size).toBe(rss.items.length);
  for (const item of rss.items) {
    expect(item).toMatchObject({ title: [expect.stringMatching(/./)], link: [expect.stringContaining(`${origin}/`)], guid: [expect.stringMatching(/^urn:uuid:/)], permanent: "false", date: [expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)], category: expect.arrayContaining([expect.stringMatching(/./)]) });
    expect(item.html).not.toMatch(/<(?:script|iframe|style|object|embed)\b|\son\w+=|javascript:/i);
    expect(item.html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/);
  }
  expect(rss.items.some((item) => item.by.length > 0)).toBe(true);
  const json = (await (await page.request.get("/feeds/feed.json")).json()) as { language: string; items: { id: string; content_html: string; date_published: string }[] };
  expect([json.language, json.items.length >= 20]).toEqual(["en", true]);
  for (const item of json.items) expect(item, item.id).toMatchObject({ id: expect.stringMatching(/^urn:uuid:/), content_html: expect.any(String), date_published: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
});
