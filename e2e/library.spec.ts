import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";
import { CloseCode } from "../lib/articles/close-codes";
import { pictureFile } from "./picture-files";

/* Pictures that were uploaded before, for another story or by a colleague, come into this one. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const library = (page: Page) => page.getByRole("dialog", { name: "From the library" });
const field = (page: Page) => library(page).getByRole("searchbox", { name: "Search the pictures" });
const pictures = (page: Page) => library(page).getByRole("option");

/** Uploads two pictures for a story of one's own; `word` finds them. */
async function uploadTwo(page: Page, word: string): Promise<void> {
  await newStory(page);
  for (const [name, colour] of [["Skerry light", "#645"], ["Corran Point", "#465"]] as const) {
    await page.getByLabel("Lead picture file").setInputFiles([await pictureFile("DSC_0042.jpg", { alt: `${name} ${word}`, caption: `${name} in the éclair of dawn.`, credit: "Ana Ruíz" }, { width: 1400, height: 900, colour })]);
    await expect(page.getByRole("textbox", { name: "Alt text" })).toHaveValue(`${name} ${word}`);
  }
  await saved(page);
}

test("a colleague’s pictures come into a story by keyboard, several as one step, and are published with it", async ({ signedIn, visitor }) => {
  const word = `Kittiwake${Date.now()}`;
  const { page: colleague } = await signedIn("editor");
  await uploadTwo(colleague, word);

  const { page } = await signedIn("author");
  await newStory(page);
  await writeStory(page, `From the archive ${word}`, "The light turns.");
  // An empty library says so, a full one shows page after page; left alone, the caret is where it was.
  await page.route("**/api/v1/media?**", (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const found = asked.get("q") === "" ? [] : Array.from({ length: asked.has("before") ? 2 : 24 }, (_, index) => ({ id: crypto.randomUUID(), width: 3, height: 2, alt: `Gull ${index + 1}`, caption: "", credit: "" }));
    return route.fulfill({ json: { value: { pictures: found, older: found.length === 24 ? found.at(-1)?.id : null } } });
  });
  await page.keyboard.press("ControlOrMeta+Alt+Shift+p");
  await expect(field(page)).toBeFocused();
  await expect(library(page)).toContainText("There are no pictures here yet.");
  await page.keyboard.type("gull");
  await expect(library(page).getByRole("status")).toHaveText("24 pictures, and there are more.");
  await library(page).getByRole("button", { name: "Show more" }).press("Enter");
  await expect(pictures(page).nth(24)).toBeFocused();
  await expect(library(page).getByRole("status")).toHaveText("26 pictures.");
  await expect(library(page).getByRole("button", { name: "Show more" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await page.keyboard.type(" Still.");
  await expect(body(page).locator("p").first()).toHaveText("The light turns. Still.");
  await page.unroute("**/api/v1/media?**");

  await page.keyboard.press("Enter");
  await page.keyboard.type("/archive");
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await expect(pictures(page).first()).toBeVisible();
  await page.keyboard.type(`${word.toLowerCase()} ECLAIR ruiz`);
  await expect(pictures(page)).toHaveText([/^Corran Point/, /^Skerry light/]);
  await expect(library(page).getByRole("status")).toHaveText("2 pictures.");
  await page.keyboard.press("ArrowDown");
  await expect(pictures(page).first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await expect(library(page).getByRole("button", { name: "Put in 2 pictures" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(library(page)).toHaveCount(0);
  await expect(body(page)).toBeFocused();
  const figures = body(page).getByRole("group", { name: /^Picture: / });
  await expect(figures).toHaveCount(2);
  await expect(figures.first()).toContainText("Skerry light in the éclair of dawn.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(figures).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(figures).toHaveCount(2);
  await saved(page);

  const path = await publish(page);
  const { page: reader } = await visitor();
  await reader.goto(path);
  for (const name of ["Skerry light", "Corran Point"]) {
    const image = reader.getByRole("img", { name: `${name} ${word}` });
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await expect(reader.getByRole("figure").filter({ has: image })).toContainText("Ana Ruíz");
  }
});

test("on a phone in the dark one is taken for the lead, others for the text and in place of one; an outage is told, and tried again", async ({ signedIn }) => {
  const word = `Dunlin${Date.now()}`;
  const { page } = await signedIn("editor", { touch: true, scheme: "dark" });
  await uploadTwo(page, word);
  await newStory(page);
  // Neither its script nor its pictures can be had.
  const scripts = "**/_next/static/chunks/**";
  const held = Promise.withResolvers<void>();
  await page.route(scripts, async (route) => {
    await held.promise;
    await route.abort();
  });
  await page.route("**/api/v1/media?**", (route) => route.abort(), { times: 1 });
  const open = page.getByRole("button", { name: "Choose from the library" });
  await open.tap();
  await expect(library(page).getByRole("status")).toHaveText("Opening the library…");
  expect((await library(page).boundingBox())?.height).toBeLessThan(200);
  await expectAccessible(page);
  held.resolve();
  await expect(library(page).getByRole("alert")).toHaveText("The library cannot be reached just now.");
  await page.unroute(scripts);
  await library(page).getByRole("button", { name: "Try again" }).tap();
  await expect(library(page).getByRole("alert")).toContainText("The pictures cannot be had just now.");
  await library(page).getByRole("button", { name: "Try again" }).tap();
  await expect(pictures(page).first()).toBeVisible();
  await field(page).fill("nobody wrote this");
  await expect(library(page)).toContainText("No picture has these words.");
  await field(page).fill(word);
  await expect(pictures(page)).toHaveCount(2);
  await expect(library(page)).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await pictures(page).first().tap();
  await expect(page.getByRole("textbox", { name: "Alt text" })).toHaveValue(`Corran Point ${word}`);
  await expect(page.getByRole("textbox", { name: "Credit" })).toHaveValue("Ana Ruíz");
  await expect(open).toBeFocused();

  await body(page).tap();
  await page.getByRole("toolbar", { name: "Text", exact: true }).getByRole("button", { name: "Insert" }).tap();
  await page.getByRole("option", { name: /^From the library/ }).tap();
  await field(page).fill(word);
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page).nth(1).tap();
  await library(page).getByRole("button", { name: "Put in 1 picture" }).tap();
  const inText = body(page).getByRole("group", { name: /^Picture: / });
  await expect(inText).toHaveAttribute("aria-label", `Picture: Skerry light ${word}`);

  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Use one from the library" }).tap();
  await field(page).fill(word);
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page).first().tap();
  await expect(inText).toHaveAttribute("aria-label", `Picture: Corran Point ${word}`);

  // The picture that is chosen has the same beside "Replace".
  const menu = page.getByRole("toolbar", { name: "Chosen picture" });
  await page.getByRole("complementary", { name: "Beside the story" }).getByRole("button", { name: "Close" }).tap();
  await menu.getByRole("button", { name: "From the library" }).press("Enter");
  await field(page).fill(word);
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page).nth(1).tap();
  await expect(inText).toHaveAttribute("aria-label", `Picture: Skerry light ${word}`);
  await expect(menu.getByRole("button", { name: "From the library" })).toBeFocused();
  await saved(page);
});

test("what was chosen stays chosen, and that is said, where the story can no longer be edited", async ({ signedIn }) => {
  const word = `Shearwater${Date.now()}`;
  const { page } = await signedIn("editor");
  await uploadTwo(page, word);
  let closeStory = () => undefined as unknown;
  await page.routeWebSocket(/\/collab/, (socket) => {
    socket.connectToServer();
    closeStory = () => socket.close({ code: CloseCode.withdrawn });
  });
  await newStory(page);
  await body(page).click();
  await page.keyboard.press("ControlOrMeta+Alt+Shift+p");
  await field(page).fill(word);
  await expect(pictures(page)).toHaveCount(2);
  await pictures(page).nth(0).click();
  await pictures(page).nth(1).click();
  await closeStory();
  await expect(page.getByRole("alert").filter({ hasText: "This story cannot be edited here now." })).toBeAttached();
  const putIn = library(page).getByRole("button", { name: "Put in 2 pictures" });
  await putIn.click();
  await expect(library(page).getByRole("alert")).toHaveText("This story cannot be edited here now, so nothing was put in. What you have chosen stays here.");
  await expect(putIn).toBeVisible();
  await expect(library(page).getByRole("option", { selected: true })).toHaveCount(2);
  await expectAccessible(page);
});
