import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { everythingIsHere } from "../components/desk/editor/everything-is-here";
import { corpus, paste, pasteStrip } from "./clipboard";
import { expect, newStory, saved, test } from "./fixtures";
import { holdIdle } from "./hold-idle";

/** As promised in docs/performance.md: what comes at opening, and what comes once the browser rests. In bytes. */
const ceilings = { opening: 250_000, idle: 70_000 };

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

const everythingHere = (page: Page) => page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, everythingIsHere);

test("the editor's scripts are as light as promised, and readers get none of them", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const scripts = async (open: () => Promise<unknown>) => {
    const coming: Promise<[string, number]>[] = [];
    const weigh = (response: Response) => {
      if (response.request().resourceType() === "script") coming.push(response.body().then((bytes) => [new URL(response.url()).pathname, gzipSync(bytes, { level: 9 }).length]));
    };
    page.on("response", weigh);
    await open();
    page.off("response", weigh);
    return new Map(await Promise.all(coming));
  };
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await newStory(page);
  const letRest = await holdIdle(page);
  const editor = await scripts(async () => {
    await page.reload();
    await saved(page);
  });
  const later = await scripts(async () => {
    await letRest();
    await everythingHere(page);
  });
  const desk = await scripts(() => page.goto("/desk"));
  // What the desk fetches by and by is none of the reader's.
  await page.goto("about:blank");
  const reader = await scripts(() => page.goto("/town/night-ferry-vote"));
  const weightOf = (all: Map<string, number>) => [...all].filter(([address]) => !desk.has(address)).reduce((sum, [, weight]) => sum + weight, 0);
  expect(weightOf(editor)).toBeGreaterThan(50_000);
  expect(weightOf(editor)).toBeLessThanOrEqual(ceilings.opening);
  expect(weightOf(later)).toBeGreaterThan(20_000);
  expect(weightOf(later)).toBeLessThanOrEqual(ceilings.idle);
  expect([...reader.keys()].filter((address) => editor.has(address) || later.has(address) || desk.has(address))).toEqual([]);
});

test("a paste that is faster than its reader arrives where it was made, before what was typed meanwhile", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const letRest = await holdIdle(page);
  await page.reload();
  await saved(page);
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    letThrough = done;
  });
  await page.route("**/_next/static/chunks/**", async (route) => {
    await held;
    await route.continue();
  });
  await body(page).click();
  await page.keyboard.type("Before. ");
  const asked = page.waitForRequest("**/_next/static/chunks/**");
  await paste(page, { html: '<p style="color:red">First <b>paste</b>.</p>' });
  await asked;
  await page.keyboard.type(" Between. ");
  await paste(page, { text: "Second paste." });
  await page.keyboard.type(" After");
  await expect(pasteStrip(page)).toHaveText("Reading what was pasted…");
  letThrough();
  await expect(body(page).locator("p").first()).toHaveText("Before. First paste. Between. Second paste. After");
  await expect(body(page).locator("strong")).toHaveText("paste");
  // She has gone on writing, and goes on.
  await page.keyboard.type(" that.");
  await expect(body(page).locator("p").first()).toHaveText("Before. First paste. Between. Second paste. After that.");
  await letRest();
});

test("a piece of a story of our own waits for its judge, and takes the place of what was chosen", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await holdIdle(page);
  await page.reload();
  await saved(page);
  await body(page).click();
  await page.keyboard.type("Old words");
  await page.keyboard.press("Control+a");
  await paste(page, { html: corpus("own-slice.html") });
  await expect(body(page).locator("blockquote")).toHaveText("It is simply ours.");
  await expect(body(page)).toContainText("A paragraph of ours with a story and un mot.");
  await expect(body(page)).not.toContainText("Old words");
  // Not every block of it is sound: it was read like a stranger's.
  expect(await body(page).innerHTML()).not.toContain("javascript:");
});

test("without a line a first paste is kept and can be tried again; with everything here nothing needs the line", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const letRest = await holdIdle(page);
  await page.reload();
  await saved(page);
  let refused = 0;
  await page.route("**/_next/static/chunks/**", async (route) => {
    await route.abort();
    refused += 1;
  });
  await body(page).click();
  await paste(page, { text: "Kept words." });
  await expect(pasteStrip(page)).toContainText("The line is down");
  const first = refused;
  await paste(page, { text: " And more." });
  // It says the same as before: only the line knows that this one was tried as well.
  await expect.poll(() => refused).toBeGreaterThan(first);
  // And it asks for several files: while one is still on its way, the line would be back in time for it.
  await expect.poll(async () => {
    const before = refused;
    await page.waitForTimeout(1000);
    return refused - before;
  }).toBe(0);
  await expect(pasteStrip(page)).toContainText("The line is down");
  await page.unroute("**/_next/static/chunks/**");
  await pasteStrip(page).getByRole("button", { name: "Try again" }).click();
  await expect(body(page)).toContainText("Kept words. And more.");

  await letRest();
  await everythingHere(page);
  await page.context().setOffline(true);
  await body(page).click();
  await page.keyboard.press("Control+End");
  await paste(page, { html: "<p>Pasted <i>without</i> a line.</p>" });
  await expect(body(page).locator("em")).toHaveText("without");
  await page.getByRole("tab", { name: "Outline" }).click();
  await expect(page.getByRole("region", { name: "Outline" })).toContainText("heading", { ignoreCase: true });
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Publish story" })).toBeVisible();
  await page.context().setOffline(false);
});
