import type { Page } from "@playwright/test";
import { expect, expectAccessible, origin, test } from "./fixtures";

const story = "/town/night-ferry-vote";
const persian = `/culture/${encodeURIComponent("بازگشایی-کتابخانه-مرکزی")}`;

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A browser with a voice: it keeps what it was told to say, and `next` ends the sentence under way. */
async function withVoice(page: Page, languages: readonly string[] = []): Promise<void> {
  await page.addInitScript((voices) => {
    const said: { text: string; lang: string }[] = [];
    let under: SpeechSynthesisUtterance | null = null;
    const voice = {
      speak(utterance: SpeechSynthesisUtterance) {
        under = utterance;
        said.push({ text: utterance.text, lang: utterance.lang });
      },
      cancel() {
        if (under) sessionStorage.setItem("silenced", "yes");
        under = null;
      },
      getVoices: () => voices.map((lang) => ({ lang })),
      next() {
        const ended = under;
        under = null;
        ended?.onend?.(new Event("end") as SpeechSynthesisEvent);
      },
    };
    Object.defineProperty(window, "speechSynthesis", { value: voice });
    Object.assign(window, { said });
  }, languages);
}
type Heard = Window & { said: { text: string; lang: string }[]; speechSynthesis: { next(): void } };
const said = (page: Page) => page.evaluate(() => (window as unknown as Heard).said);
const next = (page: Page) => page.evaluate(() => (window as unknown as Heard).speechSynthesis.next());

test("a story is saved on this device, listed, removed and brought back, by keyboard at 390 pixels", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  const asked: string[] = [];
  await page.goto("/saved");
  await expect(page.getByText("Nothing is saved on this device.")).toBeVisible();
  await expectAccessible(page);
  await page.goto(story);
  const headline = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const save = page.getByRole("button", { name: "Save for later" });
  await expect(save).toHaveAttribute("aria-pressed", "false");
  page.on("request", (request) => asked.push(request.url()));
  await save.press("Enter");
  await expect(save).toHaveAttribute("aria-pressed", "true");
  const told = page.getByRole("status").filter({ hasText: "Kept on this device." });
  await expect(told).toBeVisible();
  await expectAccessible(page);
  // Nothing is asked but what every reader's first key asks for, a file that is the same for all, and that a story was read, once it was long enough in sight.
  expect(asked.filter((url) => !/\/(fonts|media)\/|\/reader-[\w-]{12}\.js$|\/read\?at=/.test(url))).toEqual([]);
  await page.reload();
  await expect(save).toHaveAttribute("aria-pressed", "true");
  await page.goto(persian);
  await page.locator("save-story button").press("Enter");
  await page.locator(".notice a").press("Enter");
  await expect(page).toHaveURL("/saved");
  await expect(page.locator("saved-list h2")).toHaveCount(2);
  await expect(page.locator("saved-list h2").first()).toHaveAttribute("lang", "fa");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.getByRole("button", { name: `Remove: ${headline}` }).press("Enter");
  const undo = page.getByRole("button", { name: `Undo: ${headline}` });
  await expect(undo).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Removed");
  await expect(page.locator("saved-list h2")).toHaveCount(1);
  await expectAccessible(page);
  await undo.press("Enter");
  const link = page.getByRole("link", { name: headline });
  await expect(link).toBeFocused();
  await page.reload();
  await expect(page.locator("saved-list h2").last()).toHaveText(headline);
  await link.press("Enter");
  await save.press("Enter");
  await expect(save).toHaveAttribute("aria-pressed", "false");
  await page.goBack();
  await expect(page.locator("saved-list h2")).toHaveCount(1);
});

test("what others wrote into the browser’s store is no way out of the paper", async ({ visitor }) => {
  const { page } = await visitor({ width: 320 });
  await page.addInitScript(() => {
    const at = "2026-11-24T09:00:00.000Z";
    const list = ["javascript:alert(1)", "//evil.example/a/b", "/town/one"].map((path) => ({ path, headline: `<img src=x onerror=alert(1)> ${"long".repeat(40)}`, language: "en", at }));
    localStorage.setItem("saved", JSON.stringify([...list, 7, null]));
  });
  await page.goto("/saved");
  await expect(page.locator("saved-list h2 a")).toHaveCount(1);
  await expect(page.locator("saved-list h2 a")).toHaveAttribute("href", `${origin}/town/one`);
  await expect(page.locator("saved-list h2")).toContainText("<img src=x");
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test("the size of texts stays from page to page, and nothing moves when the tools come", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  const size = () => page.locator(".prose p").first().evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize));
  const text = () => page.locator(".prose").boundingBox();
  await page.route("**/reader-*.js", (route) => route.abort());
  await page.goto(story);
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator(".tools button").filter({ visible: true })).toHaveCount(0);
  const before = await text();
  await page.unroute("**/reader-*.js");
  await page.goto(story);
  await page.evaluate(() => document.fonts.ready);
  const sizes = page.getByRole("group", { name: "Text size" });
  await expect(sizes.getByRole("button", { name: "Usual text" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("html")).not.toHaveAttribute("data-text");
  expect(await text()).toEqual(before);
  const usual = await size();
  await sizes.getByRole("button", { name: "Largest text" }).press("Enter");
  const largest = await size();
  expect(largest).toBeGreaterThan(usual * 1.2);
  await expectAccessible(page);
  await page.goto(persian);
  await expect(page.locator("text-size button").last()).toHaveAttribute("aria-pressed", "true");
  expect(await size()).toBe(largest);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: "active" });
  await expect(page.locator("text-size [aria-pressed=true]")).toHaveCSS("text-decoration-line", "underline");
  await page.emulateMedia({ forcedColors: null, media: "print" });
  await expect(page.locator(".tools")).toBeHidden();
  expect(await size()).toBeCloseTo(14, 0);
  await page.emulateMedia({ media: "screen" });
  await page.locator("text-size button").first().press("Enter");
  expect(await size()).toBe(usual);
});

test("the link is copied and the system’s sheet is offered the story’s own address", async ({ visitor }) => {
  const { page, context } = await visitor({ width: 390 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: async (given: ShareData) => Object.assign(window, { given }) });
  });
  await page.goto(`${story}?utm_source=elsewhere#comments`);
  await page.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "The link is copied." })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(origin + story);
  const headline = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: "Share" }).press("Enter");
  expect(await page.evaluate(() => (window as unknown as { given: ShareData }).given)).toEqual({ title: headline, url: origin + story });
});

test("a story is read aloud in its own language, paused at its place and silent once it is left", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  await withVoice(page);
  await page.goto(story);
  const headline = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const standfirst = (await page.locator(".head .intro").textContent()) ?? "";
  await page.getByRole("button", { name: "Listen" }).press("Enter");
  await next(page);
  const [first, second] = await said(page);
  expect(first).toEqual({ text: headline, lang: "en" });
  expect(standfirst).toContain(second?.text);
  await page.getByRole("button", { name: "Pause" }).press("Enter");
  await next(page);
  expect(await said(page)).toHaveLength(2);
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  expect((await said(page))[2]).toEqual(second);
  await expectAccessible(page);
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.press("Enter");
  await expect(page.getByRole("button", { name: "Listen" })).toBeFocused();
  await expect(stop).toBeHidden();
  await page.getByRole("button", { name: "Listen" }).press("Enter");
  for (let sentence = 0; sentence < 400 && (await stop.isVisible()); sentence++) await next(page);
  await expect(page.getByRole("button", { name: "Listen" })).toBeVisible();
  const whole = (await said(page)).slice(3).map(({ text }) => text);
  expect(whole[0]).toBe(headline);
  const last = (await page.locator(".prose > p").last().textContent()) ?? "";
  expect(last.replace(/\s+/g, " ").trim().endsWith(whole.at(-1) ?? "nothing")).toBe(true);
  const spoken = whole.join(" ");
  for (const passed of await page.locator(".prose :is(figcaption, .embed, table)").allTextContents()) if (passed.trim()) expect(spoken).not.toContain(passed.trim());

  await page.goto(persian);
  await page.locator("listen-story button").first().press("Enter");
  expect((await said(page))[0]?.lang).toBe("fa");
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("/saved");
  expect(await page.evaluate(() => sessionStorage.getItem("silenced"))).toBe("yes");
});

test("where no voice speaks the story’s language the page says so, and without any voice it offers none", async ({ visitor }) => {
  const { page } = await visitor();
  await withVoice(page, ["de-DE", "fr_FR"]);
  await page.goto(story);
  await page.getByRole("button", { name: "Listen" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "no voice for the language" })).toBeVisible();
  expect(await said(page)).toEqual([]);
  const { page: mute } = await visitor();
  // What a browser has of its own stands on the prototype.
  await mute.addInitScript(() => {
    for (const place of [window, Object.getPrototypeOf(window)]) Reflect.deleteProperty(place, "speechSynthesis");
  });
  await mute.goto(story);
  await expect(mute.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(mute.getByRole("button", { name: "Listen" })).toBeHidden();
});

test("without JavaScript there is no tool that needs it; where nothing may be kept the rest works", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false, width: 390 });
  await page.goto(story);
  await expect(page.locator(".tools a")).toBeVisible();
  await expect(page.locator(".tools button").filter({ visible: true })).toHaveCount(0);
  expect((await page.locator(".tools").boundingBox())?.height).toBeLessThan(50);
  await page.goto("/saved");
  await expect(page.getByText("Saving stories needs JavaScript")).toBeVisible();

  const { page: forgetful } = await visitor();
  await forgetful.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Not here.", "SecurityError");
      },
    });
  });
  await forgetful.goto(story);
  await expect(forgetful.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(forgetful.getByRole("button", { name: "Save for later" })).toBeHidden();
  await forgetful.getByRole("button", { name: "Large text" }).press("Enter");
  await expect(forgetful.locator("html")).toHaveAttribute("data-text", "large");
  await forgetful.goto("/saved");
  await expect(forgetful.getByText("This browser keeps nothing")).toBeVisible();
});

test("a picture is seen as large as the window, whole, with its caption: by keyboard, by click, and back where one was", async ({ visitor }) => {
  const { page } = await visitor();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/town/night-ferry-vote");
  const open = page.getByRole("button", { name: /^Enlarge picture/ });
  const dialog = page.getByRole("dialog");
  // What does it comes with the reader's first key.
  await page.keyboard.press("Tab");
  await open.first().focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await expect(dialog.locator("figcaption .credit")).toBeVisible();
  const box = await dialog.boundingBox();
  expect([box?.width, box?.height]).toEqual([390, 800]);
  await expect(dialog.locator("img")).toHaveCSS("object-fit", "contain");
  await expectAccessible(page);
  const first = await dialog.getAttribute("aria-label");
  if ((await open.count()) > 1) {
    await page.keyboard.press("ArrowRight");
    await expect(dialog).not.toHaveAttribute("aria-label", first ?? "");
    await page.keyboard.press("ArrowLeft");
    await expect(dialog).toHaveAttribute("aria-label", first ?? "");
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(open.first()).toBeFocused();
  await page.locator(".lead-picture picture, .prose figure picture").first().click();
  await expect(dialog).toBeVisible();
  await dialog.locator("img").click();
  await expect(dialog).toHaveCount(0);
});
