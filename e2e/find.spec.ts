import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* Finding and replacing reaches every word of the story: fields, text, captions, and what the settings of blocks hold. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
/** The words that are chosen in the field with the focus. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const line = document.activeElement as HTMLTextAreaElement;
    return line.value?.slice(line.selectionStart, line.selectionEnd);
  });

/** A story with one name, spelled wrongly: in headline, text, a picture’s caption and alt text, a table’s cell and note. */
async function misspelled(page: Page): Promise<void> {
  await newStory(page);
  await writeStory(page, "Skerrie waits for its boat", "The boat leaves for SKERRIE at 23:40.");
  await body(page).press("Enter");
  await page.keyboard.type("/table");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Skerrie");
  await field(page, "Note under the table").fill("Counted on Skerrie; Skerries are others.");
  await body(page).getByText("The boat leaves").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  // Before anything is typed: the browser hands choosers over only once it has heard that somebody waits for one.
  const picked = page.waitForEvent("filechooser");
  await page.keyboard.type("/pict");
  await page.keyboard.press("Enter");
  await (await picked).setFiles([await pictureFile("DSC_0042.jpg", { alt: "Skerrie by night", caption: "The quay of Skerrie.", credit: "Ana Ruiz" })]);
  await expect(body(page).locator("figcaption")).toHaveText("The quay of Skerrie.", { timeout: 30_000 });
  await saved(page);
}

test("a name is put right everywhere at once, by keyboard alone, and one undo takes it back", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await misspelled(page);
  const note = field(page, "Note under the table");
  const [headline, caption] = [field(page, "Headline"), body(page).locator("figcaption")];

  await headline.press("ControlOrMeta+Home");
  await page.keyboard.press("ControlOrMeta+Alt+f");
  const bar = page.getByRole("form", { name: "Find and replace" });
  const told = bar.getByRole("status");
  await expect(field(page, "Find")).toBeFocused();
  await page.keyboard.type("skerrie");
  await expect(told).toHaveText("1 of 7, Headline");
  // The focus stays: Enter goes on, and each place is brought up and shown where it is.
  for (const said of ["2 of 7", "3 of 7, Picture: Alt text", "4 of 7", "5 of 7", "6 of 7, Table: Note under the table"]) {
    await page.keyboard.press("Enter");
    await expect(told).toHaveText(said);
  }
  await expect(page.locator(".found-over .here")).toHaveText("Skerrie");
  await expect(page.locator(".found-over .here")).toBeInViewport();
  await expect(body(page).getByRole("group", { name: /^Table/ })).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(note).toBeFocused();
  expect(await chosen(page)).toBe("Skerrie");

  // The choice is what is searched next; whole words leave the others.
  await page.keyboard.press("ControlOrMeta+Alt+f");
  await expect(field(page, "Find")).toHaveValue("Skerrie");
  // Chosen there too: what is typed next is looked for instead.
  await expect.poll(() => chosen(page)).toBe("Skerrie");
  await expect(told).toHaveText("6 of 7, Table: Note under the table");
  await page.getByRole("checkbox", { name: "Whole words" }).press("Space");
  await expect(told).toHaveText(/ of 6/);
  await field(page, "Replace with").focus();
  await page.keyboard.type("Skerry");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(bar.getByRole("button", { name: "Replace all" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(told).toHaveText("6 replaced, none left");
  const isRight = async (name: string) => {
    await expect(headline).toHaveValue(`${name} waits for its boat`);
    await expect(caption).toHaveText(`The quay of ${name}.`);
    await expect(body(page).getByRole("group", { name: `Picture: ${name} by night` })).toBeVisible();
    await expect(note).toHaveValue(`Counted on ${name}; Skerries are others.`);
  };
  await isRight("Skerry");
  await saved(page);
  await page.keyboard.press("ControlOrMeta+z");
  await isRight("Skerrie");
  await expect(body(page)).toContainText("The boat leaves for SKERRIE at 23:40.");
  await expect(told).toHaveText(/^\d of 6/);

  // Undo in a field that was reached takes back the whole of it, too.
  await page.keyboard.press("Enter");
  await expect(told).toHaveText("6 replaced, none left");
  await headline.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await isRight("Skerrie");
  await saved(page);
  await page.reload();
  await expect(headline).toHaveValue("Skerrie waits for its boat");
  await expect(caption).toHaveText("The quay of Skerrie.");
});

test("places are replaced one after the other, and what would become too long stays as it is", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, "Town", "Town and Town.");
  await field(page, "Kicker").fill(`Town ${"x".repeat(75)}`);
  await field(page, "Shorter, for fronts").fill("Town");
  await page.getByRole("tab", { name: /Checks/ }).click();
  await field(page, "Kicker").press("ControlOrMeta+Home");
  await page.keyboard.press("ControlOrMeta+Alt+f");
  await page.keyboard.type("town");
  const told = page.getByRole("form", { name: "Find and replace" }).getByRole("status");
  await expect(told).toHaveText("1 of 5, Kicker");
  await expectAccessible(page);
  await field(page, "Replace with").fill("Port Town");
  const replace = page.getByRole("button", { name: "Replace", exact: true });
  await replace.press("Enter");
  await expect(told).toHaveText("Not replaced: too long for Kicker");
  await field(page, "Find").press("Enter");
  await expect(told).toHaveText("2 of 5, Headline");
  await replace.press("Enter");
  await expect(told).toHaveText("3 of 5");
  await expect(field(page, "Headline")).toHaveValue("Port Town");
  await replace.press("Enter");
  await expect(told).toHaveText("4 of 5");
  await expect(body(page)).toHaveText("Port Town and Town.");
  // Beside the text, behind a tab: it is brought up.
  await field(page, "Find").press("Enter");
  await expect(told).toHaveText("5 of 5, Shorter, for fronts");
  await expect(page.locator(".found-over .here")).toBeInViewport();
  await page.getByRole("button", { name: "Replace all" }).press("Enter");
  await expect(told).toHaveText("4 replaced, 5 left; 1 would be too long");
  await expect(field(page, "Shorter, for fronts")).toHaveValue("Port Town");
  await field(page, "Find").press("Enter");
  await expect(told).toHaveText(/^2 of 5/);
});

test("on a phone a place in a block’s settings is told, and Close leads to it", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true });
  await newStory(page);
  await field(page, "Headline").fill("By night");
  await body(page).tap();
  await page.keyboard.type("> Two midwives.");
  await page.getByRole("toolbar", { name: "Text", exact: true }).getByRole("button", { name: "Source of the quotation" }).tap();
  await page.keyboard.type("The mate’s log, by night");
  await page.keyboard.press("Enter");
  await body(page).press("ControlOrMeta+f");
  await page.keyboard.type("by night");
  const bar = page.getByRole("form", { name: "Find" });
  await expect(bar.getByRole("status")).toHaveText("2 of 2, Quotation: Source of the quotation");
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expect(body(page).locator(".holds-found")).toBeInViewport();
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Close" }).tap();
  await expect(field(page, "Source of the quotation")).toBeFocused();
  expect(await chosen(page)).toBe("by night");
});
