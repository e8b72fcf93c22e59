import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

const format = (page: Page) => page.getByRole("combobox", { name: "Format" });

test("an editor chooses with the keyboard what a story is; a colleague sees it, the checks ask for what it needs, and readers see it on page and front", async ({ signedIn, visitor }) => {
  const { page, context } = await signedIn("editor");
  const id = await newStory(page);
  const headline = `What the night boat is for ${Date.now()}`;
  await writeStory(page, headline);
  await expect(format(page)).toHaveValue("news");
  const colleague = await context.newPage();
  await colleague.goto(`/desk/articles/${id}`);
  await saved(colleague);

  await format(page).focus();
  await page.keyboard.type("Press");
  await expect(format(page)).toHaveValue("press_release");
  await expect(format(page)).toHaveAccessibleDescription(/whoever signs it as the sender/);
  await expect(format(colleague)).toHaveValue("press_release");
  await colleague.close();
  await saved(page);
  await page.getByRole("tab", { name: /^Checks/ }).click();
  await expect(page.getByRole("region", { name: "Checks" })).toContainText("A press release without a sender");
  await page.getByRole("tab", { name: "Story" }).click();
  await expectAccessible(page);

  await format(page).selectOption("opinion");
  await saved(page);
  const path = await publish(page);
  for (const width of [1280, 390]) {
    const { page: reader } = await visitor({ width });
    await reader.goto(path);
    const article = reader.getByRole("article").first();
    await expect(article.getByRole("heading", { level: 1 })).toHaveText(headline);
    await expect(article.locator("header")).toContainText("Opinion");
    expect(await reader.locator('script[type="application/ld+json"]').first().textContent()).toContain('"@type":"OpinionNewsArticle"');
    expect(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible(reader);
    await reader.goto("/town");
    await expect(reader.getByRole("article").filter({ hasText: headline }).getByText("Opinion", { exact: true })).toBeVisible();
  }
});

test("an editor says by keyboard what a fact check found; readers and machines are told, and the history keeps it", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Did mice eat the timetable ${Date.now()}`);
  await expect(page.getByRole("combobox", { name: "Verdict" })).toHaveCount(0);
  await format(page).selectOption("fact_check");
  await page.getByRole("tab", { name: /^Checks/ }).click();
  await page.getByRole("button", { name: "Show: A fact check without the claim" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Claim", exact: true })).toBeFocused();
  await page.keyboard.type("Mice ate the winter timetable.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Who claims it" })).toBeFocused();
  await page.keyboard.type("Ellery Ferries");
  await page.keyboard.press("Tab");
  await page.keyboard.type("An org");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Mostly f");
  await expect(page.getByRole("combobox", { name: "Verdict" })).toHaveValue("mostly_false");
  await saved(page);
  await expectAccessible(page);
  const path = await publish(page);
  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  await expect(reader.locator("article dl")).toContainText(/The claim.*Mice ate the winter timetable\..*Claimed by.*Ellery Ferries.*Our finding.*Mostly false/s);
  const review = (await reader.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text)).find((one) => one["@type"] === "ClaimReview");
  expect(review).toMatchObject({ claimReviewed: "Mice ate the winter timetable.", itemReviewed: { author: { "@type": "Organization", name: "Ellery Ferries" } }, reviewRating: { ratingValue: 2, alternateName: "Mostly false" }, url: await reader.locator('link[rel="canonical"]').getAttribute("href") });
  await expectAccessible(reader);
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: /published/ }).click();
  await expect(page.getByRole("main")).toContainText(/Claim.*Mice ate the winter timetable\..*an organisation.*Verdict.*Mostly false/s);
});

const demo = { feature: "/science/marsh-map", analysis: "/town/forty-seats-three-counts", interview: "/culture/the-last-keeper", explainer: "/town/bus-detours", fact_check: "/town/night-ferry-forty-crowns", gallery: "/culture/four-inks-and-a-slow-press", obituary: "/town/pieter-hallam", press_release: "/business/ellery-ferries-winter-timetable" };

for (const width of [1280, 390]) {
  test(`each format's page stands at ${width} pixels`, async ({ visitor }) => {
    const { page } = await visitor({ width });
    for (const [name, path] of Object.entries(demo)) {
      await page.goto(path);
      await expect(page.locator(`article[data-format="${name}"] h1`), name).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true);
      await expectAccessible(page);
    }
    await page.goto(demo.explainer);
    await expect(page.locator("article .prose > :first-child")).toContainText("What to remember");
    await page.goto(demo.press_release);
    await expect(page.locator("article header")).toContainText(/Press release.*Sent by Ellery Ferries/s);
    await page.goto(demo.obituary);
    await expect(page.locator("article > header.head").getByRole("img", { name: /tuning fork/ })).toBeVisible();
    // Said at first look, whatever the size of the picture above it.
    for (const screen of width > 400 ? [{ width: 1440, height: 900 }, { width: 1280, height: 720 }] : [{ width: 390, height: 844 }, { width: 390, height: 667 }]) {
      await page.setViewportSize(screen);
      await page.goto(demo.feature);
      await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    }
    await page.goto(demo.gallery);
    await expect(page.locator("article > header.head")).toContainText("8 pictures");
    await expect(page.locator("article figure picture")).toHaveCount(8);
  });
}

test("a long read's contents lead to its chapters, and its progress stands still where motion is unwelcome", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto(demo.feature);
  const first = page.getByRole("navigation", { name: "In this story" }).getByRole("link").first();
  const title = await first.innerText();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: title, exact: true })).toBeInViewport();
  await expect.poll(() => page.locator(".progress").evaluate((bar) => new DOMMatrix(getComputedStyle(bar).transform).a)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.locator(".progress")).toBeHidden();
});
