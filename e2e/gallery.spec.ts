import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* Several pictures as one gallery: chosen together, in their order, whatever comes first. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const named = (alt: string, colour: string) => pictureFile(`${alt}.jpg`, { alt, credit: "Halyard Graphics" }, { colour });

test("three pictures make one gallery in the order of choice; they are moved, added to and taken out by keyboard", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `With a gallery ${Date.now()}`);
  // The first one comes last, and a colleague's change comes meanwhile.
  const { promise: held, resolve: letFirstGo } = Promise.withResolvers<void>();
  let sent = 0;
  await page.route("**/api/v1/media", async (route) => {
    if (sent++ === 0) await held;
    await route.continue();
  });
  const colleague = await signedIn("editor");
  await colleague.page.goto(page.url());
  await saved(colleague.page);

  const chosen = page.waitForEvent("filechooser");
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/gallery");
  await page.keyboard.press("Enter");
  await (await chosen).setFiles(await Promise.all([named("Dawn", "#654"), named("Noon", "#456"), named("Dusk", "#345")]));
  const gallery = (pictures: number) => page.getByRole("group", { name: new RegExp(`^Gallery, ${pictures} pictures?$`) });
  await expect(gallery(2)).toBeVisible();
  await body(colleague.page).press("ControlOrMeta+Home");
  await colleague.page.keyboard.type("Meanwhile: ");
  await expect(body(page)).toContainText("Meanwhile:");
  await expect(page.locator(".incoming")).toHaveCount(1);
  await expect(page.locator(".incoming").getByRole("button")).toHaveText(["Cancel"]);
  letFirstGo();
  await expect(gallery(3)).toBeVisible();
  await expect(page.locator(".incoming")).toHaveCount(0);
  const order = (alts: string[]) => expect.poll(() => gallery(alts.length).getByRole("group").evaluateAll((figures) => figures.map((figure) => figure.getAttribute("aria-label")?.replace("Picture: ", "")))).toEqual(alts);
  await order(["Dawn", "Noon", "Dusk"]);

  await page.getByRole("group", { name: "Picture: Dawn" }).locator("figcaption").click();
  await page.keyboard.type("First light.");
  const picture = page.getByRole("region", { name: "Settings: Picture" });
  await expect(picture).toContainText("Picture 1 of 3");
  await picture.getByRole("button", { name: "Move later" }).press("Enter");
  await order(["Noon", "Dawn", "Dusk"]);
  await expect(picture).toContainText("Picture 2 of 3");
  await expect(picture.getByRole("button", { name: "Move later" })).toBeFocused();
  const more = page.waitForEvent("filechooser");
  await page.getByRole("region", { name: "Settings: Gallery" }).getByRole("button", { name: "Add pictures" }).press("Enter");
  await (await more).setFiles([await named("Night", "#123")]);
  await order(["Noon", "Dawn", "Dusk", "Night"]);
  await expectAccessible(page);
  await page.getByRole("group", { name: "Picture: Noon" }).locator("figcaption").click();
  await expect(picture).toContainText("Picture 1 of 4");
  await picture.getByRole("button", { name: "Take out" }).press("Enter");
  await order(["Dawn", "Dusk", "Night"]);
  await saved(page);

  const path = await publish(page);
  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  await expect.poll(() => reader.locator(".gallery picture img").evaluateAll((pictures) => pictures.map((one) => one.getAttribute("alt")))).toEqual(["Dawn", "Dusk", "Night"]);
  await expect(reader.locator(".gallery")).toContainText("First light. Halyard Graphics");
  await expectAccessible(reader);
});
