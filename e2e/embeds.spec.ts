import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, origin, saved, test } from "./fixtures";

type Answer<Value> = { value: Value };

/** Asks the newsroom as its own pages do. */
async function ask<Value>(page: Page, method: "GET" | "POST", path: string, body?: unknown): Promise<Value> {
  return page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(path as string, { method: method as string, ...(body ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {}) });
      const answer = (await response.json()) as Answer<never> & { failure?: unknown };
      if (!("value" in answer)) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
    [method, path, body],
  );
}

const addresses = { youtube: "https://youtu.be/abcdefghij1?t=90", x: "https://x.com/quay/status/1234567890123456789", mastodon: "https://mastodon.example/@quay/110000000000000001", audio: "https://radio.example/the-last-boat.mp3" };

/** A public story that shows one embed of each kind. */
async function storyWithEmbeds(page: Page): Promise<string> {
  await page.goto("/desk");
  const embeds: { id: string; provider: string; url: string; state: string }[] = [];
  for (const address of Object.values(addresses)) embeds.push(await ask(page, "POST", "/api/v1/embeds", { address }));
  expect(embeds.map((one) => one.provider)).toEqual(Object.keys(addresses));
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const { id } = await ask<{ id: string }>(page, "POST", "/api/v1/articles", {});
  await page.goto(`/desk/articles/${id}`);
  const section = await page.getByRole("combobox", { name: "Section" }).locator("option", { hasText: "Town" }).getAttribute("value");
  const content = {
    ...{ kicker: "", standfirst: "It sails.", dateline: "", slug: "", frontHeadline: "", searchHeadline: "", socialHeadline: "", language: "en", tags: [], bylines: [], lead: null },
    headline: `What we embed ${Date.now()}`,
    sectionId: section,
    body: { type: "doc", content: [paragraph("Before."), ...embeds.map((one) => ({ type: "embed", attrs: { embedId: one.id, provider: one.provider, url: one.url, alt: `What ${one.provider} shows` } })), paragraph("After.")] },
  };
  const made = await ask<{ id: string }>(page, "POST", "/api/v1/articles", { content });
  await ask(page, "POST", `/api/v1/articles/${made.id}/publish`, { articleId: made.id, version: 1 });
  const state = await ask<{ path: string; checks: { level: string }[] }>(page, "GET", `/api/v1/articles/${made.id}/state`);
  expect(state.checks.filter((check) => check.level === "stop")).toEqual([]);
  return state.path;
}

let path = "";

test("nothing outside is asked for before a reader presses the button; then a sandboxed frame stands there", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  path = await storyWithEmbeds(editor);

  const { context, page } = await visitor();
  const foreign: string[] = [];
  await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => {
    foreign.push(route.request().url());
    return route.abort();
  });
  await page.goto(path);
  const play = page.getByRole("button", { name: "Play from YouTube" });
  await expect(play).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState("networkidle");
  expect(foreign).toEqual([]);
  await expect(page.locator("iframe, audio")).toHaveCount(0);
  await expect(page.getByText("Loads content from Google, which may set cookies.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open at YouTube" })).toHaveAttribute("href", "https://www.youtube.com/watch?v=abcdefghij1&t=90s");
  await expect(page.getByRole("link", { name: "Open at Mastodon" })).toHaveAttribute("href", addresses.mastodon);
  await expectAccessible(page);

  await play.focus();
  await page.keyboard.press("Enter");
  const frame = page.locator("iframe");
  await expect(frame).toHaveCount(1);
  await expect(frame).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/abcdefghij1?rel=0&start=90&autoplay=1");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation");
  await expect(frame).toHaveAttribute("referrerpolicy", "strict-origin");
  await expect(frame).toHaveAttribute("loading", "lazy");
  await expect(frame).toHaveAttribute("title", "What youtube shows");
  await expect(frame).toBeFocused();
  await expect.poll(() => foreign).toEqual(["https://www.youtube-nocookie.com/embed/abcdefghij1?rel=0&start=90&autoplay=1"]);

  await page.getByRole("button", { name: "Show from X" }).click();
  await expect(page.locator('iframe[src="https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true"]')).toHaveAttribute("referrerpolicy", "no-referrer");
  await page.getByRole("button", { name: "Play from radio.example" }).click();
  await expect(page.locator("audio")).toHaveAttribute("src", addresses.audio);
});

test("a reader who always allows a provider is not asked again, until she takes it back", async ({ visitor }) => {
  const { context, page } = await visitor();
  await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort());
  await page.goto(path);
  const always = page.getByRole("checkbox", { name: "Always load from YouTube on this device" });
  await always.check();
  await expect(page.locator("iframe")).toHaveCount(0);
  await page.reload();
  await expect(page.locator("iframe")).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/abcdefghij1?rel=0&start=90");
  await expect(page.locator("iframe")).toHaveCount(1);
  await always.uncheck();
  await page.reload();
  await expect(page.getByRole("button", { name: "Play from YouTube" })).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("without JavaScript each embed is a plain link, and the policy allows no other frame", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false, width: 390 });
  const answer = await page.goto(path);
  for (const [name, href] of [["Open at YouTube", "https://www.youtube.com/watch?v=abcdefghij1&t=90s"], ["Open at X", addresses.x], ["Open at Mastodon", addresses.mastodon], ["Open at radio.example", addresses.audio]] as const) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("href", href);
  }
  await expect(page.locator("iframe, audio, button:visible").filter({ hasText: /Play|Show/ })).toHaveCount(0);
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("frame-src https://");
  expect(policy).toContain("https://www.youtube-nocookie.com");
  expect(policy).not.toMatch(/frame-src[^;]*(?:\*|'self'|http:)/);
  for (const file of ["/feeds/rss.xml", "/sitemap.xml"]) expect((await page.request.get(file)).headers()["content-security-policy"]).not.toContain("frame-src");
  expect(await (await page.request.get(`${origin}${path}`)).text()).not.toMatch(/<iframe|<audio/);
});

test("what may not be embedded is refused with a sentence, and a reader may not embed at all", async ({ signedIn }) => {
  const { page } = await signedIn("author");
  await page.goto("/desk");
  const post = (address: string) => page.request.post("/api/v1/embeds", { data: { address }, headers: { Origin: origin } });
  for (const address of ["https://evil.example/", "http://127.0.0.1/", "javascript:alert(1)"]) {
    const refused = await post(address);
    expect(refused.status()).toBe(422);
    expect(await refused.json()).toMatchObject({ failure: { reason: "not_embeddable", message: expect.stringContaining("It may still be a link") } });
  }
  const { page: reader } = await signedIn("reader");
  expect((await reader.request.post("/api/v1/embeds", { data: { address: addresses.youtube }, headers: { Origin: origin } })).status()).toBe(403);
  expect((await reader.request.get("/api/v1/articles?q=ferry")).status()).toBe(404);
});

test("an address pasted on an empty line becomes an embed that says where it stands; one undo makes it a link again", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.click();
  const paste = (text: string) =>
    body.evaluate((element, text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  // A name of its own: the same thing embedded again would be the same snapshot.
  const address = `https://youtu.be/${Date.now().toString(36).padStart(11, "x").slice(-11)}`;
  await paste(address);
  const embed = page.getByRole("group", { name: "Embed from YouTube: No description yet" });
  await expect(embed).toBeVisible();
  await expect(page.getByRole("status", { name: "Paste" })).toContainText("Undo makes it a link again.");
  await expect(embed.getByRole("status")).toContainText(/YouTube|address/);
  const asked = page.waitForResponse((response) => /\/api\/v1\/embeds\/[0-9a-f-]{36}\/retry$/.test(response.url()));
  await embed.getByRole("button", { name: "Try again" }).press("Enter");
  expect((await asked).status()).toBe(200);
  await expectAccessible(page);
  await body.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(embed).toHaveCount(0);
  await expect(body.getByRole("link", { name: address })).toHaveAttribute("href", address);
  await saved(page);
});

test("the form for an embed opens under the caret, and what it makes stands there", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.click();
  for (let line = 1; line <= 30; line++) {
    await page.keyboard.insertText(`Line ${line}.`);
    await page.keyboard.press("Enter");
  }
  const line = body.getByText("Line 2.", { exact: true });
  await line.click();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await page.keyboard.type("embed");
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Embed" });
  await expect(form).toBeInViewport({ ratio: 1 });
  const [above, opened] = [await line.boundingBox(), await form.boundingBox()];
  if (!above || !opened) throw new Error("The form is not to be seen.");
  expect(opened.y - above.y - above.height).toBeGreaterThanOrEqual(0);
  expect(opened.y - above.y - above.height).toBeLessThan(120);
  await page.keyboard.type("https://radio.example/night-boat.mp3");
  await page.keyboard.press("Enter");
  const embed = body.getByRole("group", { name: /^Embed from/ });
  await expect(embed).toBeVisible();
  expect(await body.evaluate((text) => [...text.children].findIndex((block) => block.matches(".embed, :has(> .embed)")))).toBe(2);
  // Chosen whole it carries its tools, as a picture does.
  const tools = page.getByRole("toolbar", { name: "Chosen embed" });
  // Pressed once all is still: the form gives the text back its caret, and the block says what became of it.
  await expect(form).toBeHidden();
  await saved(page);
  await embed.getByText("radio.example").click();
  await tools.getByRole("combobox", { name: "Room it takes" }).selectOption("Wide");
  await expect(page.getByRole("region", { name: "Settings: Embed" }).getByRole("combobox", { name: "Size" })).toHaveValue("wide");
  await expectAccessible(page);
  await tools.getByRole("button", { name: "No description yet" }).click();
  await expect(page.getByRole("region", { name: "Settings: Embed" }).getByRole("textbox", { name: "What it shows" })).toBeFocused();
  await saved(page);
});
