import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test } from "./fixtures";

/* The editor on a phone, under a thumb and above an on-screen keyboard. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const bar = (page: Page) => page.getByRole("toolbar", { name: "Text" });
const [screen, keyboard] = [844, 336];

/** What a browser says when its keyboard comes over the page, or goes. */
const setKeyboard = (page: Page, height: number) =>
  page.evaluate((seen) => {
    if (!visualViewport) throw new Error("This browser has no visual viewport.");
    Object.defineProperty(visualViewport, "height", { value: seen, configurable: true });
    visualViewport.dispatchEvent(new Event("resize"));
  }, screen - height);

const box = async (place: Locator) => {
  const found = await place.boundingBox();
  if (!found) throw new Error(`${place} is not on the screen.`);
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
};

const caretBottom = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection();
    const at = selection?.focusNode;
    if (!selection || !at) return 0;
    const range = document.createRange();
    range.setStart(at, selection.focusOffset);
    const { bottom } = range.getBoundingClientRect();
    return bottom || (at instanceof Element ? at : at.parentElement)?.getBoundingClientRect().bottom || 0;
  });

const neverSideways = async (page: Page) => expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".desk-sheet")?.scrollWidth ?? 0].map((width) => width - innerWidth)), "wider than the screen").toEqual([0, 0]);

/** Everything that can be pressed and is smaller than a fingertip: 44 px, or 24 px within text. */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".editor :is(button, a, select, input, summary)")]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && target.getAttribute("type") !== "file" && target.closest(".doc") === null)
      .flatMap((target) => {
        const { width, height } = (target.closest("label") ?? target).getBoundingClientRect();
        const inText = target.matches(".link, summary, .sheet a, [type=checkbox], [type=radio]");
        return Math.min(width, height) < (inText ? 24 : 44) - 0.5 ? [`${target.textContent || target.getAttribute("aria-label") || target.id || target.outerHTML.slice(0, 60)} ${Math.round(width)} × ${Math.round(height)}`] : [];
      }),
  );

/** What of the editor's bar lies over what. */
const overOneAnother = (page: Page) =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll(".bar > :not(.where), .bar .where > *")].map((part) => ({ says: part.textContent || part.getAttribute("aria-label"), box: part.getBoundingClientRect() })).filter(({ box: { width, height } }) => width > 1 && height > 1);
    const apart = (one: DOMRect, other: DOMRect) => one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
    return parts.flatMap((one, at) => parts.slice(at + 1).flatMap((other) => (apart(one.box, other.box) ? [] : [`${one.says} and ${other.says}`])));
  });

test("the bar stands on the keyboard, and what is written stays above both", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true });
  await newStory(page);
  await neverSideways(page);
  expect(await tooSmall(page)).toEqual([]);
  await body(page).tap();
  await setKeyboard(page, keyboard);
  await expect(page.getByRole("contentinfo", { name: "Counts" })).toBeHidden();
  // The foot makes room for the keyboard; the state of saving goes up to the bar.
  await expect(page.getByRole("banner", { name: "Desk" }).getByRole("status")).toHaveText(/^Saved/);
  const tools = await box(bar(page));
  expect(tools.bottom).toBeCloseTo(screen - keyboard, 0);
  expect(await bar(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(40);
  await neverSideways(page);

  await page.keyboard.type("Line after line.\n".repeat(14));
  await expect.poll(() => caretBottom(page)).toBeLessThanOrEqual(tools.y);
  for (const tool of ["Strong", "Strong"]) {
    await bar(page).getByRole("button", { name: tool, exact: true }).tap();
    await expect(body(page)).toBeFocused();
  }

  await page.keyboard.type("/");
  const menu = page.getByRole("listbox", { name: "Insert" });
  await expect(menu).toBeVisible();
  const frame = await box(page.locator(".slash.open"));
  expect(frame.bottom).toBeLessThanOrEqual(tools.y + 1);
  await expect.poll(() => caretBottom(page)).toBeLessThanOrEqual(frame.y);
  await menu.getByRole("option", { name: /^Heading/ }).first().tap();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type("A part");
  await expect(body(page).getByRole("heading", { name: "A part" })).toBeVisible();

  await bar(page).getByRole("button", { name: "Link", exact: true }).tap();
  const form = page.locator(".link-form");
  await expect(form.getByRole("combobox", { name: "Address" })).toBeFocused();
  const place = await box(form);
  expect([place.x >= 0, place.right <= 390, place.bottom <= tools.y + 1]).toEqual([true, true, true]);
  await form.getByRole("button", { name: "Cancel" }).tap();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type(" of it");
  await expect(body(page).getByRole("heading", { name: "A part of it" })).toBeVisible();

  await bar(page).getByRole("button", { name: "Block menu" }).tap();
  const item = page.getByRole("menuitem", { name: "Move up" });
  await expect(item).toBeVisible();
  expect((await box(page.getByRole("menu", { name: "Block" }))).bottom).toBeLessThanOrEqual(tools.y + 1);
  expect(await page.getByRole("menu", { name: "Block" }).evaluate((menu) => menu.scrollTop), "begins with its first item").toBe(0);
  await item.tap();
  await expect(body(page)).toBeFocused();
  await setKeyboard(page, 0);
  await expect(page.getByRole("contentinfo", { name: "Counts" }).getByRole("status")).toHaveText(/^Saved/);
  expect((await box(bar(page))).bottom).toBeLessThan(screen - 20);
  await saved(page);
});

test("finding stands under the bar, however far the text was scrolled", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true });
  await newStory(page);
  await body(page).tap();
  for (let line = 0; line < 14; line++) {
    await page.keyboard.type(`Line ${line} of the tide table.`);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Find" });
  await field.fill("tide");
  await expect(page.getByText("of 14")).toBeVisible();
  await expect(page.getByRole("form", { name: "Find" })).toBeInViewport({ ratio: 1 });
  await field.tap();
  await expect(field).toBeFocused();

  // However narrow the screen or large the letters, the bar is calm and nothing in it lies over anything else.
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 320, height: 640 });
  expect((await box(page.getByRole("banner", { name: "Desk" }))).height, "two rows at most").toBeLessThan(110);
  expect(await overOneAnother(page)).toEqual([]);
  await neverSideways(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect(await overOneAnother(page)).toEqual([]);
  expect(await page.evaluate(() => [document.documentElement, ...document.querySelectorAll(".desk-sheet")].map((part) => part.scrollWidth - part.clientWidth)), "to be scrolled sideways").toEqual([0, 0]);
});

test("panels open over the text, are used by thumb and give it back", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true });
  await newStory(page);
  // However much there is to check, the button is in reach without scrolling past it.
  await page.getByRole("button", { name: "Publish", exact: true }).tap();
  const asked = page.getByRole("dialog", { name: "Publish story" });
  await expect(asked.getByText("The headline is empty")).toBeVisible();
  await expect(asked.getByRole("button", { name: "Publish now" })).toBeInViewport({ ratio: 1 });
  await page.getByRole("complementary", { name: "Beside the story" }).getByRole("button", { name: "Close" }).tap();
  await writeStoryByThumb(page);
  const beside = page.getByRole("complementary", { name: "Beside the story" });
  const story = page.getByRole("button", { name: "Story", exact: true });
  for (const tab of ["Story", "Checks", "Outline"]) {
    await story.tap();
    await beside.getByRole("tab", { name: new RegExp(`^${tab}`) }).tap();
    expect(await tooSmall(page), tab).toEqual([]);
    await neverSideways(page);
    await beside.getByRole("button", { name: "Close" }).tap();
    await expect(beside).toBeHidden();
    await expect(story).toBeFocused();
  }
  await page.getByRole("button", { name: "Publish", exact: true }).tap();
  const dialog = page.getByRole("dialog", { name: "Publish story" });
  await expect(dialog).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await expectAccessible(page);
  await dialog.getByLabel("A word to the desk").tap();
  await setKeyboard(page, keyboard);
  await expect.poll(async () => (await box(dialog.getByLabel("A word to the desk"))).bottom).toBeLessThanOrEqual(screen - keyboard);
  await setKeyboard(page, 0);
  await dialog.getByRole("button", { name: "Publish now" }).tap();
  await expect(dialog.getByRole("link", { name: "View story" })).toBeVisible();
  await neverSideways(page);
});

async function writeStoryByThumb(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Headline", exact: true }).tap();
  await page.keyboard.type(`Written by thumb ${Date.now()}`);
  await page.getByRole("textbox", { name: "Standfirst" }).tap();
  await page.keyboard.type("On the tram.");
  await body(page).tap();
  await page.keyboard.type("The boat leaves at 23:40.");
  await page.getByRole("button", { name: "Story", exact: true }).tap();
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "Town" });
  await page.getByRole("complementary", { name: "Beside the story" }).getByRole("button", { name: "Close" }).tap();
  await saved(page);
}
