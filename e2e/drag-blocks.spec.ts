import type { Page } from "@playwright/test";
import { expect, newStory, saved, test, writeStory } from "./fixtures";

/* Blocks by their handle, with the mouse: where it stands at every width, and where it puts them. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const handle = (page: Page) => page.getByRole("button", { name: "Menu of this block" });
const lines = (page: Page) => body(page).locator("> p").allTextContents();

async function boxOf(page: Page, words: string) {
  const box = await body(page).getByText(words, { exact: true }).boundingBox();
  if (!box) throw new Error(`${words} is not in sight.`);
  return box;
}

test("the chosen blocks go where the mouse lets their handle go, as one step; at every width the handle stands beside its block and over none", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Dragged ${Date.now()}`, "First.");
  await body(page).press("ControlOrMeta+End");
  for (const line of ["Second.", "Third.", "Fourth.", "Fifth."]) {
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(line);
  }
  await saved(page);

  for (const width of [1440, 1024, 900, 768]) {
    await page.setViewportSize({ width, height: 900 });
    let line = await boxOf(page, "Third.");
    // What stands above may still find its place in the new width: the mouse goes where the line is.
    const apart = async () => {
      line = await boxOf(page, "Third.");
      await page.mouse.move(line.x + 20, line.y + line.height / 2);
      return Math.abs(((await handle(page).boundingBox())?.y ?? 0) - line.y);
    };
    await expect.poll(apart, `beside its block at ${width} pixels`).toBeLessThan(16);
    const gutter = await page.locator(".gutter.beside").boundingBox();
    expect(gutter?.x, `in sight at ${width} pixels`).toBeGreaterThanOrEqual(0);
    expect((gutter?.x ?? 0) + (gutter?.width ?? 999), `beside the words at ${width} pixels`).toBeLessThanOrEqual(line.x);
  }

  await page.setViewportSize({ width: 1280, height: 900 });
  // What stands above the text grows while the mouse is in a block: its next move finds the same block at another place.
  await page.mouse.move(0, 0);
  const moved = (what: string) => body(page).getByText("Third.", { exact: true }).dispatchEvent(what);
  await moved("mouseover");
  await moved("mousemove");
  const sheet = (padding: string) => page.locator(".sheet").evaluate((element: HTMLElement, height) => { element.style.paddingBlockStart = height; }, padding);
  await sheet("130px");
  await moved("mousemove");
  await expect.poll(async () => Math.abs(((await handle(page).boundingBox())?.y ?? 0) - (await boxOf(page, "Third.")).y)).toBeLessThan(16);
  await sheet("");

  const [second, third] = [await boxOf(page, "Second."), await boxOf(page, "Third.")];
  await page.mouse.move(second.x + 4, second.y + second.height / 2);
  await page.mouse.down();
  await page.mouse.move(third.x + 30, third.y + third.height / 2, { steps: 4 });
  await page.mouse.up();
  const grip = await handle(page).boundingBox();
  if (!grip) throw new Error("There is no handle.");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const fifth = await boxOf(page, "Fifth.");
  await page.mouse.move(fifth.x + 40, fifth.y, { steps: 4 });
  await page.mouse.move(fifth.x + 40, fifth.y + fifth.height - 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => lines(page)).toEqual(["First.", "Fourth.", "Fifth.", "Second.", "Third."]);
  await body(page).press("ControlOrMeta+z");
  await expect.poll(() => lines(page)).toEqual(["First.", "Second.", "Third.", "Fourth.", "Fifth."]);

  // What a key makes of a block is a step of its own, however soon it follows on the typing.
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.type(" Said at once.");
  await page.keyboard.press("ControlOrMeta+Alt+2");
  await expect(body(page).getByRole("heading", { name: "Fifth. Said at once." })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body(page).locator("> p").last()).toHaveText("Fifth. Said at once.");
  // A story has no break within a paragraph: the key for one begins another.
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("Sixth.");
  await expect.poll(() => lines(page)).toEqual(["First.", "Second.", "Third.", "Fourth.", "Fifth. Said at once.", "Sixth."]);
});
