import { expect, newStory, saved, test, writeStory } from "./fixtures";

test("look", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Look ${Date.now()}`, "The boat leaves. ".repeat(20));
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.press("ControlOrMeta+End");
  for (const line of ["Second paragraph of the story.", "Third one.", "Fourth one."]) { await page.keyboard.press("Enter"); await page.keyboard.type(line); }
  await saved(page);
  for (const width of [1440, 1100, 1024, 900, 800, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await body.getByText("Third one.").hover();
    await page.waitForTimeout(300);
    const g = await page.locator(".gutter.beside").boundingBox();
    const t = await body.boundingBox();
    const d = await page.locator(".desk-sheet").boundingBox();
    console.log(width, JSON.stringify({ g, t, d }));
    await page.screenshot({ path: `/tmp/f3-${width}.png` });
  }
  await page.setViewportSize({ width: 900, height: 800 });
  await page.evaluate(() => { document.querySelectorAll(".panel.open .phone").forEach((b) => (b as HTMLElement).click()); });
  await body.getByText("Third one.").hover();
  await page.locator(".gutter.beside [draggable]").click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/f3-900-menu.png` });
});
