import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test } from "./fixtures";
import { pictureFile } from "./picture-files";

/* What stands at a chosen picture: the same settings as beside the story, in reach of the eye and of the keys. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const tools = (page: Page) => page.getByRole("toolbar", { name: "Chosen picture" });

async function insertPicture(page: Page) {
  const chosen = page.waitForEvent("filechooser");
  await body(page).click();
  await page.keyboard.type("Before it stands a line.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/pict");
  await page.keyboard.press("Enter");
  await (await chosen).setFiles([await pictureFile("boat.jpg", { credit: "Halyard Graphics" }, { width: 1600, height: 1000 })]);
  const picture = page.getByRole("group", { name: "Picture without alt text" });
  await expect(picture.locator("img")).toBeVisible({ timeout: 30_000 });
  return picture;
}

test("a chosen picture is described, sized, cropped and replaced where it stands, by keyboard", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const picture = await insertPicture(page);
  await picture.locator("img").click();
  await expect(tools(page)).toBeVisible();
  await page.keyboard.press("Alt+F10");
  await expect(tools(page).getByRole("button", { name: "No alt text yet" })).toBeFocused();
  for (const stop of [tools(page).getByRole("button", { name: "Crop" }), tools(page).getByRole("combobox", { name: "Room it takes" }), tools(page).getByRole("button", { name: "Replace" }), tools(page).getByRole("button", { name: "From the library" }), tools(page).getByRole("button", { name: "No alt text yet" })]) {
    await page.keyboard.press("ArrowRight");
    await expect(stop).toBeFocused();
  }
  await expectAccessible(page);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Alt text" })).toBeFocused();
  await page.keyboard.type("A boat at night");
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await expect(tools(page).getByRole("button", { name: "Alt text", exact: true })).toBeVisible();

  const described = page.getByRole("group", { name: "Picture: A boat at night" });
  await tools(page).getByRole("combobox", { name: "Room it takes" }).selectOption("Wide");
  await expect(described).toHaveAttribute("data-role", "wide");
  await expect(page.getByRole("region", { name: "Settings: Picture" }).getByRole("combobox", { name: "Size" })).toHaveValue("wide");
  await tools(page).getByRole("combobox", { name: "Room it takes" }).press("ControlOrMeta+z");
  await expect(described).toHaveAttribute("data-role", "inline");

  await tools(page).getByRole("button", { name: "Crop" }).press("Enter");
  const tool = page.getByRole("dialog", { name: "Crop" });
  await tool.getByRole("button", { name: "1:1" }).press("Enter");
  await tool.getByRole("button", { name: "Use this crop" }).press("Enter");
  await expect(tools(page).getByRole("button", { name: "Crop" })).toBeFocused();
  const aspect = () => described.locator(".frame").evaluate((element) => element.clientWidth / element.clientHeight);
  await expect.poll(aspect).toBeCloseTo(1, 1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(aspect).toBeCloseTo(1.6, 1);

  const other = page.waitForEvent("filechooser");
  await tools(page).getByRole("button", { name: "Replace" }).press("Enter");
  await (await other).setFiles([await pictureFile("other.jpg", { alt: "Another" }, { width: 1400, height: 700 })]);
  await expect.poll(aspect).toBeCloseTo(2, 1);
  // This one says nothing of whose it is: the field says so until it is filled.
  const credit = page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Credit" });
  await expect(credit).toHaveAccessibleDescription("A picture without a credit");
  await expectAccessible(page);
  await credit.fill("Ana Ruiz");
  await expect(credit).toHaveAccessibleDescription("");
  // Publishing opens below these settings, and shows its head.
  await page.getByRole("button", { name: "Publish", exact: true }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Publish story" }).getByRole("heading", { name: "Publish story" })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), "the page itself never scrolls").toBe(0);
  await page.keyboard.press("Escape");
  await described.locator("img").click();
  await tools(page).getByRole("button", { name: "Replace" }).focus();

  // Escape leads to the text and then puts it away; Alt and F10 bring it back, and once more lead to the toolbar above.
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(tools(page)).toHaveCount(0);
  await page.keyboard.press("Alt+F10");
  await expect(tools(page).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Alt+F10");
  await expect(page.getByRole("combobox", { name: "Paragraph style" })).toBeFocused();
  await saved(page);
});

test("on a phone in the dark it lies on the picture, clear of the bars, and goes when the text goes on", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true, scheme: "dark" });
  await newStory(page);
  const picture = await insertPicture(page);
  // While it is still coming it moves under the finger.
  await expect(async () => {
    await picture.locator("img").tap();
    await expect(tools(page)).toBeInViewport({ ratio: 1, timeout: 1500 });
  }).toPass();
  const [menu, image, below] = await Promise.all([tools(page).boundingBox(), picture.locator("img").boundingBox(), page.getByRole("toolbar", { name: "Text", exact: true }).boundingBox()]);
  expect(menu && image && below && menu.x >= 0 && menu.x + menu.width <= 390 && menu.y >= image.y && menu.y + menu.height <= below.y).toBe(true);
  await expectAccessible(page);
  await tools(page).getByRole("button", { name: "No alt text yet" }).tap();
  await expect(page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Alt text" })).toBeFocused();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await body(page).locator("p").first().tap();
  await expect(tools(page)).toHaveCount(0);
});
