import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

/* The story as readers will see it, beside the text that is being written. */

const pane = (page: Page) => page.getByRole("dialog", { name: "Preview beside the text" });
const shown = (page: Page) => page.frameLocator('iframe[title="As readers will see it"]');
const open = (page: Page) => page.getByRole("button", { name: "Preview beside" });

test("the preview beside the text follows the typing, at any width, in any light and without JavaScript", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const headline = `Seen beside ${Date.now()}`;
  await writeStory(page, headline, `${"The ferry keeps to its hours all winter. ".repeat(40)}It turns.`);
  await open(page).click();
  await expect(shown(page).getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await expect(shown(page).getByRole("region", { name: "Preview" })).toHaveCount(0);
  const root = shown(page).locator("html");
  const across = () => root.evaluate(() => innerWidth);
  expect(await across()).toBe(390);

  await root.evaluate(() => scrollTo(0, 320));
  await page.getByRole("textbox", { name: "Article body" }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" It turns in the ice.");
  await saved(page);
  await expect(shown(page).getByText("It turns in the ice.")).toBeAttached({ timeout: 4000 });
  expect(await root.evaluate(() => scrollY)).toBe(320);
  await page.getByRole("textbox", { name: "Headline" }).fill(`${headline}, again`);
  await expect(shown(page).getByRole("heading", { level: 1, name: `${headline}, again` })).toBeAttached({ timeout: 4000 });

  // Within a second: measured in the page, from the keystroke to the frame in which readers would see it. A machine that is busy otherwise gets another try, not more time.
  let tries = 0;
  await expect(async () => {
    const words = `Told ${++tries} times.`;
    await page.getByRole("textbox", { name: "Standfirst" }).click();
    const lag = page.evaluate(
      (told) =>
        new Promise<number>((done) => {
          addEventListener("beforeinput", ({ timeStamp }) => {
            const look = () => {
              const frame = document.querySelector<HTMLIFrameElement>('iframe[title="As readers will see it"]');
              if (frame?.contentDocument?.body?.textContent?.includes(told)) done(performance.now() - timeStamp);
              else requestAnimationFrame(look);
            };
            look();
          }, { once: true, capture: true });
        }),
      words,
    );
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(words);
    expect(await lag).toBeLessThanOrEqual(1000);
  }).toPass({ timeout: 30_000 });

  await pane(page).getByRole("button", { name: "Desktop" }).click();
  await expect.poll(across).toBe(1280);
  await pane(page).getByRole("button", { name: "Dark" }).click();
  await expect(root).toHaveCSS("color-scheme", "dark");
  await pane(page).getByRole("button", { name: "Light" }).click();
  await expect(root).toHaveCSS("color-scheme", "light");
  await expectAccessible(page);
  const byScript = shown(page).getByRole("button", { name: "Light or dark" });
  await expect(byScript).toBeVisible();
  await pane(page).getByRole("button", { name: "JavaScript" }).click();
  await expect(byScript).toBeHidden();
  await expect(shown(page).getByRole("heading", { level: 1 })).toBeVisible();

  await shown(page).getByRole("link", { name: "Town" }).first().focus();
  await page.keyboard.press("Escape");
  await expect(pane(page)).toHaveCount(0);
  await expect(open(page)).toBeFocused();
  // The next one opens as this one was left.
  await open(page).click();
  await expect.poll(across).toBe(1280);
  await expect(pane(page).getByRole("button", { name: "Light" })).toHaveAttribute("aria-pressed", "true");
});

test("the preview goes to the block of the caret, and stays where its reader scrolled it", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const lines = Array.from({ length: 30 }, (_, index) => `Boat ${index + 1} leaves at noon and comes back with the tide.`);
  await writeStory(page, `Followed ${Date.now()}`, lines[0]);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.press("ControlOrMeta+End");
  for (const line of lines.slice(1)) {
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(line);
  }
  await saved(page);
  await open(page).click();
  const line = (number: number) => shown(page).getByText(`Boat ${number} leaves`);
  await expect(line(30)).toBeAttached();
  await expect(line(30)).not.toBeInViewport();
  await body.getByText("Boat 3 leaves").click();
  await body.getByText("Boat 30 leaves").click();
  await expect(line(30)).toBeInViewport();

  // Led there smoothly: a hand that scrolls against a movement would be tried against the browser's own arithmetic.
  await expect.poll(() => shown(page).locator("html").evaluate(() => new Promise<number>((done) => {
    const before = scrollY;
    setTimeout(() => done(scrollY - before), 200);
  }))).toBe(0);
  await shown(page).locator("html").evaluate((root) => {
    root.dispatchEvent(new WheelEvent("wheel", { bubbles: true }));
    scrollTo({ top: 0, behavior: "instant" });
  });
  await body.getByText("Boat 29 leaves").click();
  // The caret's other follower is there by then; the preview has not moved.
  await expect(body.getByText("Boat 29 leaves")).toBeInViewport();
  await page.getByRole("textbox", { name: "Kicker" }).fill("Timetable");
  await expect(shown(page).getByText("Timetable")).toBeAttached({ timeout: 4000 });
  expect(await shown(page).locator("html").evaluate(() => scrollY)).toBe(0);
  await page.getByRole("dialog", { name: "Preview beside the text" }).getByRole("button", { name: "Close" }).click();

  const { page: reader } = await visitor();
  await reader.goto(await publish(page));
  await expect(reader.getByText("Boat 30 leaves")).toBeVisible();
  await expect(reader.locator("[data-block]")).toHaveCount(0);
});

test("the shorter headlines stand where they belong, beside the text and on the whole page, and each place follows the typing", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const id = await newStory(page);
  const headline = `The long one ${Date.now()}`;
  await writeStory(page, headline);
  for (const [place, words] of [["fronts", "Short on the front"], ["search", "Short when searched"], ["social cards", "Short on a card"]]) await page.getByRole("textbox", { name: `Shorter, for ${place}` }).fill(words ?? "");
  await saved(page);
  await open(page).press("Enter");
  const places: [string, string][] = [["Front", "Short on the front"], ["Search", "Short when searched · The Halyard"], ["Social", "Short on a card"], ["Feed", headline]];
  await pane(page).getByRole("tab", { name: "Page" }).focus();
  for (const [look, words] of places) {
    await page.keyboard.press("ArrowRight");
    await expect(pane(page).getByRole("tab", { name: look, selected: true })).toBeFocused();
    await expect(pane(page).getByRole("tabpanel", { name: look })).toBeVisible();
    await expect(shown(page).getByRole("heading", { level: 2, name: words, exact: true }).first()).toBeVisible();
    await page.getByRole("textbox", { name: "Standfirst" }).fill(`Written while ${look} is shown.`);
    await expect(shown(page).getByText(`Written while ${look} is shown.`).first()).toBeAttached({ timeout: 4000 });
    await pane(page).getByRole("tab", { name: look }).focus();
  }
  await page.goto(`/desk/articles/${id}/preview`);
  for (const [look, words] of places) {
    await page.getByRole("navigation", { name: "Shown as" }).getByRole("link", { name: look }).click();
    await expect(page.getByRole("heading", { level: 2, name: words, exact: true }).first()).toBeVisible();
    await expectAccessible(page);
  }
});

test("on a phone the preview lies over the text, and a key closes it", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  await newStory(page);
  await page.getByRole("textbox", { name: "Headline" }).fill("In the hand");
  await saved(page);
  await open(page).press("Enter");
  await expect(shown(page).getByRole("heading", { level: 1, name: "In the hand" })).toBeVisible();
  expect(await pane(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(pane(page)).toHaveCount(0);
  await expect(open(page)).toBeFocused();
});
