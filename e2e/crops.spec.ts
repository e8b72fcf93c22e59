import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* The part of a picture that is shown: chosen in the editor, seen there at once, and by readers as a file of its own. */

async function insert(page: Page, what: string, ...files: Awaited<ReturnType<typeof pictureFile>>[]) {
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("textbox", { name: "Article body" }).press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`/${what}`);
  await page.keyboard.press("Enter");
  await (await chosen).setFiles(files);
}

const large = (alt: string) => pictureFile(`${alt}.jpg`, { alt, credit: "Halyard Graphics" }, { width: 1600, height: 1000 });

test("a picture is cropped by keyboard, taken back and done again, and readers get the part", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Cropped ${Date.now()}`);
  await insert(page, "pict", await large("A boat"));
  const figure = page.getByRole("group", { name: "Picture: A boat" });
  await figure.locator("figcaption").click();
  const settings = page.getByRole("region", { name: "Settings: Picture" });
  const open = settings.getByRole("button", { name: "Crop", exact: true });
  await open.press("Enter");
  const tool = page.getByRole("dialog", { name: "Crop" });
  await expect(tool.getByRole("button", { name: "Frame" })).toBeFocused();
  await expect(tool.getByRole("status")).toHaveText("The whole picture, 1,600 by 1,000 pixels.");
  await tool.getByRole("button", { name: "4:3" }).press("Enter");
  const frame = tool.getByRole("button", { name: "Frame" });
  for (const key of [...Array(5).fill("Shift+ArrowLeft"), ...Array(3).fill("ArrowRight"), ...Array(2).fill("ArrowDown")]) await frame.press(key);
  await expect(tool.getByRole("status")).toHaveText("1,253 by 940 pixels, 11 % from the left, 2 % from the top.");
  await expectAccessible(page);
  await tool.getByRole("button", { name: "Use this crop" }).press("Enter");

  await expect(open).toBeFocused();
  const shown = figure.locator(".frame");
  const aspect = () => shown.evaluate((element) => element.clientWidth / element.clientHeight);
  await expect.poll(aspect).toBeCloseTo(4 / 3, 1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(aspect).toBeCloseTo(1.6, 1);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(aspect).toBeCloseTo(4 / 3, 1);
  const point = settings.getByRole("button", { name: /^Point at/ });
  for (let press = 0; press < 4; press++) await point.press("ArrowLeft");
  await expect(settings.getByRole("button", { name: /^Point at 30 % across and 50 % down/ })).toBeVisible();
  await expectAccessible(page);
  // A preview that stands open is drawn anew when the part is there.
  await page.getByRole("button", { name: "Preview beside" }).click();
  await expect(page.frameLocator("iframe.current").getByRole("img", { name: "A boat" })).toHaveAttribute("src", /\/c113-20-783-940\//, { timeout: 60_000 });
  await page.getByRole("dialog", { name: "Preview beside the text" }).getByRole("button", { name: "Close" }).click();
  await expect(settings.getByText("The crop is made: readers get this part.")).toBeVisible({ timeout: 60_000 });
  await saved(page);
  const path = await publish(page);

  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  const picture = reader.getByRole("img", { name: "A boat" });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveAttribute("src", /\/c113-20-783-940\/\d+\.jpg$/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight)).toBeCloseTo(4 / 3, 1);
  expect(await picture.evaluate((image: HTMLImageElement) => [image.width / image.height, Number(image.getAttribute("width")), Number(image.getAttribute("height"))])).toEqual([expect.closeTo(4 / 3, 1), 1253, 940]);
  // The point was chosen within the part, and stays one of the part.
  await expect(reader.locator(".shown.fx3")).toHaveCount(1);
});

test("a gallery's picture is cropped by pulling the frame on a phone in the dark, or left as it was", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await insert(page, "gallery", await large("Dawn"), await large("Dusk"));
  const dusk = page.getByRole("group", { name: "Picture: Dusk" });
  await dusk.locator("figcaption").click();
  const open = page.getByRole("region", { name: "Settings: Picture" }).getByRole("button", { name: "Crop", exact: true });
  await open.click();
  const tool = page.getByRole("dialog", { name: "Crop" });
  const frame = tool.getByRole("button", { name: "Frame" });
  await expect(frame).toBeFocused();
  // The panel that opened it is folded away; the tool stays.
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  const pull = async (by: { x: number; y: number }) => {
    const box = await frame.boundingBox();
    if (!box) throw new Error("There is no frame.");
    await page.mouse.move(box.x + box.width - 8, box.y + box.height - 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 8 + by.x, box.y + box.height - 8 + by.y, { steps: 3 });
    await page.mouse.up();
  };
  await tool.getByRole("button", { name: "Free" }).click();
  await pull({ x: -120, y: -20 });
  await expect(tool.getByRole("status")).toHaveText(/^[\d,]+ by \d+ pixels, 0 % from the left, 0 % from the top\./);
  await expectAccessible(page);
  await tool.getByRole("button", { name: "As it was" }).click();
  await expect(dusk.locator(".frame.part")).toHaveCount(0);
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await open.click();
  await tool.getByRole("button", { name: "1:1" }).click();
  await pull({ x: -40, y: -40 });
  await expect(tool.getByRole("status")).toContainText("From 1,200 pixels across on it is sharp everywhere.");
  await tool.getByRole("button", { name: "Use this crop" }).click();
  await expect(tool).toHaveCount(0);
  await expect.poll(() => dusk.locator(".frame.part").evaluate((element) => element.clientWidth / element.clientHeight)).toBeCloseTo(1, 1);
  await expect(page.getByRole("group", { name: "Picture: Dawn" }).locator(".frame.part")).toHaveCount(0);
  await page.getByRole("region", { name: "Settings: Picture" }).getByRole("button", { name: "The whole picture" }).click();
  await expect(dusk.locator(".frame.part")).toHaveCount(0);
  await saved(page);
});
