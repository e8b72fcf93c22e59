import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* What can be put in where the caret is, what cannot and why; by menu, by bar and by key alike. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const tool = (page: Page, name: string) => page.getByRole("toolbar", { name: "Text" }).getByRole("button", { name, exact: true });
const option = (page: Page, name: RegExp) => page.getByRole("listbox", { name: "Insert" }).getByRole("option", { name });

for (const [width, scheme] of [[1280, "light"], [390, "dark"]] as const) {
  test(`in a table what cannot stand is there with its reason, and changes nothing, at ${width} pixels`, async ({ signedIn }) => {
    const { page } = await signedIn("editor", { width, scheme });
    await newStory(page);
    await body(page).click();
    await page.keyboard.press("ControlOrMeta+Alt+r");
    // Heads without a word are a fault of their own.
    for (const word of ["Day", "Riders", "Dogs "]) {
      if (word !== "Day") await page.keyboard.press("Tab");
      await page.keyboard.type(word);
    }
    await expect(tool(page, "Pull quote")).toHaveAttribute("aria-disabled", "true");
    await expect(tool(page, "Section break")).not.toHaveAttribute("aria-disabled", "true");

    await page.keyboard.press("ControlOrMeta+Alt+2");
    await expect(page.getByText("Heading: not inside a table")).toBeVisible();
    await page.keyboard.type("/head");
    await expect(option(page, /^Heading Not inside a table/)).toHaveAttribute("aria-disabled", "true");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(option(page, /^Heading Not inside a table/)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(body(page).getByRole("table")).toContainText("Dogs /head");
    await expect(body(page).locator("h2")).toHaveCount(0);

    // The list of styles says what this is and why it is nothing else; walked through, it changes nothing.
    const style = page.getByRole("combobox", { name: "Paragraph style" });
    await expect(style).toHaveText("Table");
    await style.click();
    await page.keyboard.press("End");
    const choices = page.getByRole("listbox", { name: "Paragraph style" });
    await expect(choices.getByRole("option", { name: /^Pull quote Not inside a table/, selected: true })).toHaveAttribute("aria-disabled", "true");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Pull quote: not inside a table")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(choices).toHaveCount(0);
    await expect(style).toBeFocused();
  });
}

test("the bar’s pull quote is made of chosen words and leads back to them, its break tears nothing apart, and a heading says what it does not take", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `One command ${Date.now()}`, "The ferry stays.");
  await body(page).press("ControlOrMeta+a");
  await tool(page, "Pull quote").click();
  await expect(body(page).locator("aside.pull")).toHaveText("The ferry stays.");
  await expect(body(page).locator("p").first()).toHaveText("The ferry stays.");
  await body(page).press("Home");
  for (let letter = 0; letter < 3; letter++) await page.keyboard.press("ArrowRight");
  await tool(page, "Section break").click();
  await expect(body(page).locator("p").first()).toHaveText("The ferry stays.");
  await expect(body(page).getByRole("separator", { name: "Section break" })).toHaveCount(1);

  await body(page).getByRole("group", { name: "Pull quote" }).click();
  await page.getByRole("region", { name: "Settings: Pull quote" }).getByRole("button", { name: "Go to its sentence" }).click();
  await expect(body(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("The ferry stays.");

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ControlOrMeta+Alt+5");
  await expect(body(page).locator("p[data-style=dateline]")).toHaveText("The ferry stays.");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menuitem", { name: "Dateline in the text: It is one already" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("menuitem", { name: /^Smallest heading/ }).press("Enter");
  await expect(body(page).locator("h4")).toHaveText("The ferry stays.");
  await expect(tool(page, "Strong")).toHaveAttribute("aria-disabled", "true");
  await expect(tool(page, "Strong")).toHaveAttribute("title", "Strong (Ctrl+B). Not in a heading");
  await expect(tool(page, "Emphasis")).not.toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(page.getByRole("status").filter({ hasText: "Strong: not in a heading" })).toBeVisible();

  // On a German keyboard the numbered list is typed with the sign that lists the keys elsewhere.
  await page.keyboard.press("ControlOrMeta+Alt+0");
  await body(page).evaluate((text) => text.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Digit7", keyCode: 55, ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true })));
  await expect(body(page).locator("ol")).toHaveText("The ferry stays.");
  await expect(page.getByRole("dialog", { name: "Keys" })).toHaveCount(0);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It sails.");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(body(page).locator("ol")).toHaveText("It sails.The ferry stays.");
  await expect(page.getByRole("status").filter({ hasText: "Item 1 of 2" })).toBeVisible();
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menuitem", { name: "Move the item up: It is the first of its list" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
});

test("a correction is asked for from the text, once the story is public", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `To be corrected ${Date.now()}`);
  await body(page).press("ControlOrMeta+Alt+Shift+c");
  await expect(page.getByText("Correction: not before the story is public")).toBeVisible();
  await publish(page);
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/erratum");
  await expect(option(page, /^Correction/)).not.toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Kind" })).toBeFocused();
});

test("the first column of a table names its rows for readers", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Rows named ${Date.now()}`);
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("ControlOrMeta+Alt+r");
  for (const [index, word] of ["Day", "Riders", "Dogs", "Friday", "122", "3", "Sunday", "80", "9"].entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(word);
  }
  await page.getByRole("region", { name: "Settings: Table" }).getByRole("checkbox", { name: "The first column names each row" }).check();
  await expect(body(page).locator("th")).toHaveCount(5);
  const path = await publish(page);
  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  await expect(reader.locator("th[scope=col]")).toHaveText(["Day", "Riders", "Dogs"]);
  await expect(reader.locator("th[scope=row]")).toHaveText(["Friday", "Sunday"]);
});

test("a picture whose days are over stops the story, and the library says so", async ({ signedIn }) => {
  const word = `Fulmar${Date.now()}`;
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Rights ${word}`);
  const chosen = page.waitForEvent("filechooser");
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("ControlOrMeta+Alt+p");
  await (await chosen).setFiles([await pictureFile("DSC_1.jpg", { alt: word, credit: "Ana Ruiz" }, { width: 1400, height: 900 })]);
  await body(page).getByRole("group", { name: `Picture: ${word}` }).locator("img").click();
  const settings = page.getByRole("region", { name: "Settings: Picture" });
  await settings.getByText("When it may be used").click();
  await settings.getByLabel("May be used until").fill("2020-01-31");
  await settings.getByLabel("May be used from").focus();
  await expect(settings.getByText("May not be used after 31 January 2020: publishing stops.")).toBeVisible();
  await saved(page);
  await page.getByRole("button", { name: /^Must/ }).first().click();
  await expect(page.getByRole("region", { name: "Checks" }).getByText("A picture that may not be used after 31 January 2020")).toBeVisible();

  await body(page).press("ControlOrMeta+Alt+Shift+p");
  const library = page.getByRole("dialog", { name: "From the library" });
  await library.getByRole("searchbox", { name: "Search the pictures" }).fill(word);
  await expect(library.getByRole("option")).toHaveCount(1);
  await expect(library.getByRole("option")).toContainText("May not be used after 31 January 2020");
  await expectAccessible(page);
});
