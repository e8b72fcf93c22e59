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

test("a lead picture is cropped as pictures in the text are, and readers, fronts and cards get that part alone", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const headline = `A part of it ${Date.now()}`;
  await writeStory(page, headline);
  await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("wide.jpg", { alt: "A ferry", credit: "Ana Ruiz" }, { width: 2000, height: 1000 })]);
  const box = page.locator(".lead-box");
  await page.getByText("How it is cropped").click();
  await box.getByRole("button", { name: "Crop", exact: true }).press("Enter");
  const tool = page.getByRole("dialog", { name: "Crop" });
  await tool.getByRole("button", { name: "4:3" }).press("Enter");
  for (let press = 0; press < 3; press++) await tool.getByRole("button", { name: "Frame" }).press("ArrowLeft");
  await tool.getByRole("button", { name: "Use this crop" }).press("Enter");
  await expect(box.getByRole("button", { name: "Crop", exact: true })).toBeFocused();
  await expect.poll(() => box.locator("figure .part").evaluate((element) => element.clientWidth / element.clientHeight)).toBeCloseTo(4 / 3, 1);
  const point = box.getByRole("button", { name: /^Point at/ });
  for (let press = 0; press < 4; press++) await point.press("ArrowLeft");
  await expect(box.getByRole("button", { name: /^Point at 30 % across and 50 % down/ })).toBeVisible();
  await expect(box.getByText("The crop is made: readers get this part.")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await saved(page);
  const path = await publish(page);

  const { page: reader } = await visitor();
  await reader.goto(path);
  const shown = reader.locator(".lead-picture picture img");
  await expect(shown).toHaveAttribute("src", /\/c137-0-667-1000\/\d+\.jpg$/);
  await expect(shown).toHaveCSS("object-position", "30% 50%");
  // What machines are shown is cut from that part: it begins where the part begins, or right of it.
  const card = async () => /<meta property="og:image" content="[^"]+\/c(\d+)-\d+-(\d+)-\d+\/1200\.jpg"/.exec(await (await fetch(origin + path)).text())?.slice(1).map(Number);
  await expect.poll(card, { timeout: 60_000 }).toEqual([137, 667]);
  await reader.goto("/town");
  await expect(reader.locator("li, article, section").filter({ has: reader.getByRole("link", { name: headline }) }).locator("picture img").first()).toHaveAttribute("src", /\/c137-0-667-1000\//);
  await page.goto(`${page.url()}/history`);
  await expect(page.getByRole("main").getByRole("img", { name: "A ferry" })).toHaveAttribute("src", /\/c137-0-667-1000\/480\.webp$/);
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
