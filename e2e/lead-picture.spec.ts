import { expect, expectAccessible, newStory, origin, publish, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* The picture above a story: taken with its own words, kept in sight by every crop. */

test("a lead picture brings its own words, overwrites none, is refused when it is no picture, and can be cancelled on its way", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const box = page.locator(".lead-box");
  await box.evaluate((element) => {
    const data = new DataTransfer();
    data.items.add(new File(["minutes"], "minutes.pdf", { type: "application/pdf" }));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(box.getByRole("alert")).toHaveText("“minutes.pdf” is not a picture. JPEG, PNG, WebP and AVIF are.");

  await page.route("**/api/v1/media", () => undefined, { times: 1 });
  await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("one.jpg")]);
  await expect(box.getByRole("progressbar", { name: "Upload" })).toBeVisible();
  await expect(box.getByRole("alert")).toHaveCount(0);
  await box.getByRole("button", { name: "Cancel upload" }).click();
  await expect(box.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add lead picture" })).toBeVisible();

  await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("DSC_0042.jpg", { caption: "The 23:40 leaves.", credit: "Ana Ruiz" })]);
  await expect(page.getByRole("textbox", { name: "Credit" })).toHaveValue("Ana Ruiz");
  await expect(page.getByRole("textbox", { name: "Caption" })).toHaveValue("The 23:40 leaves.");
  await expect(page.getByRole("textbox", { name: "Alt text" })).toHaveValue("");
  await page.getByRole("textbox", { name: "Alt text" }).fill("A ferry at night");
  await saved(page);
  await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("two.jpg", { alt: "Two boats", credit: "Halyard Graphics" }, { colour: "#654" })]);
  await expect(page.getByRole("textbox", { name: "Credit" })).toHaveValue("Halyard Graphics");
  await expect(page.getByRole("textbox", { name: "Caption" })).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Alt text" })).toHaveValue("A ferry at night");
});

test("the focal point moves what readers see of a cropped picture, without a style attribute", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const headline = `Kept in sight ${Date.now()}`;
  await writeStory(page, headline);
  await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("wide.jpg", { alt: "A ferry", credit: "Ana Ruiz" })]);
  await page.getByText("How it is cropped").click();
  const point = page.locator(".lead-box").getByRole("button", { name: /^Point at 50 % across and 50 % down/ });
  await point.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".lead-box").getByRole("button", { name: /^Point at 30 % across and 60 % down/ })).toBeFocused();
  await expect(page.locator(".lead-box").getByRole("list", { name: "How crops show it" }).locator("img").first()).toHaveCSS("object-position", "30% 60%");
  await expectAccessible(page);
  await saved(page);
  const path = await publish(page);

  const { page: reader } = await visitor();
  await reader.goto(path);
  await expect(reader.locator(".lead-picture picture img")).toHaveCSS("object-position", "30% 60%");
  await reader.goto("/town");
  const card = reader.locator("li, article, section").filter({ has: reader.getByRole("link", { name: headline }) }).locator("picture img").first();
  await expect(card).toHaveCSS("object-position", "30% 60%");
  const html = await (await fetch(origin + path)).text();
  expect(html).toContain('class="shown fx3 fy6"');
  expect(html).not.toContain("style=");
});
