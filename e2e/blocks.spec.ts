import type { Page } from "@playwright/test";
import { paste } from "./clipboard";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";
import { pictureFile } from "./picture-files";

/* What a story holds beyond running text: put in by the slash menu, set beside it, seen by readers. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

/** Chooses from the slash menu by typing, in a new paragraph at the end. */
async function insert(page: Page, typed: string): Promise<void> {
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`/${typed}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox", { name: "Insert" })).toHaveCount(0);
}

test("a fact box, a table and a stash are written by keyboard; readers get the first two and never the third", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `With boxes ${Date.now()}`);
  await insert(page, "fact");
  await page.keyboard.type("The crossing in short");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1911: first night sailing.");
  await expect(page.getByRole("group", { name: "Fact box: Facts" }).locator("p:not([data-box-title], .block-label)")).toHaveText(["1911: first night sailing."]);
  await expect(page.getByRole("group", { name: "Fact box: Facts" })).toContainText("The crossing in short");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("timeline");
  await expect(page.getByRole("group", { name: "Fact box: Timeline" })).toBeVisible();
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  const list = page.getByRole("listbox", { name: "Insert" });
  const counts = page.getByRole("contentinfo", { name: "Counts" });
  expect(((await list.locator("..").boundingBox()) ?? { y: 0, height: 9999 }).y + ((await list.locator("..").boundingBox())?.height ?? 0)).toBeLessThanOrEqual((await counts.boundingBox())?.y ?? 0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(body(page)).not.toContainText("/");
  // Left by a click in the text, and by one outside of it: what the button typed goes, too.
  for (const elsewhere of [body(page).getByText("The boat leaves"), page.getByRole("textbox", { name: "Standfirst" })]) {
    await page.getByRole("button", { name: "Insert", exact: true }).click();
    await expect(list).toBeVisible();
    // Beside the menu, which lies over the beginning of the lines.
    await elsewhere.click({ position: { x: 480, y: 8 } });
    await expect(list).toHaveCount(0);
    await expect(body(page)).not.toContainText("/");
  }
  await body(page).press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await page.keyboard.type("stash");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Only for the desk: ask Hallam’s daughter first.");
  await expect(page.getByRole("group", { name: "Stash: never published" })).toContainText("ask Hallam");
  await saved(page);
  await expectAccessible(page);
  const path = await publish(page);
  const { page: reader } = await visitor();
  await reader.goto(path);
  await expect(reader.getByRole("complementary", { name: "The crossing in short" })).toContainText("1911: first night sailing.");
  await expectAccessible(reader);
  const [html, feed] = await Promise.all([path, "/feeds/rss.xml"].map(async (address) => (await reader.request.get(address)).text()));
  expect(html).not.toContain("ask Hallam");
  expect(feed).not.toContain("ask Hallam");
  expect(feed).toContain("The crossing in short");
});

test("a gap marked TK is shown, stops publishing, and lets go when it is filled", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `With a gap ${Date.now()}`, "It was counted TK times.");
  await expect(body(page).locator(".tk")).toHaveText("TK");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Publish story" });
  await panel.getByRole("button", { name: "Publish now" }).click();
  await expect(panel.getByRole("alert")).toContainText("A gap");
  await panel.getByRole("button", { name: /^Show: A gap/ }).press("Enter");
  await expect(body(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("TK");
  await page.keyboard.press("ControlOrMeta+f");
  await expect(page.getByRole("form", { name: "Find" })).toBeInViewport({ ratio: 1 });
  // Under the bar, also where that has a form of its own and the text is scrolled.
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.getByRole("toolbar", { name: "Text", exact: true }).getByRole("button", { name: "Link" }).click();
  const address = page.getByRole("combobox", { name: "Address" });
  await expect(address).toBeVisible();
  await page.getByRole("main", { name: "Writing" }).evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
  const [above, under] = [await address.boundingBox(), await page.getByRole("form", { name: "Find" }).boundingBox()];
  expect(under?.y).toBeGreaterThanOrEqual((above?.y ?? 9999) + (above?.height ?? 0));
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(address).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("textbox", { name: "Find" }).focus();
  await page.keyboard.press("Escape");
  await body(page).press("ControlOrMeta+Alt+f");
  await page.getByRole("textbox", { name: "Find" }).fill("TK");
  await expect(page.getByText("1 of 1")).toBeVisible();
  await page.getByRole("textbox", { name: "Replace with" }).fill("three");
  await page.getByRole("button", { name: "Replace all" }).click();
  await expect(page.getByText("1 replaced")).toBeVisible();
  await expect(body(page)).toContainText("It was counted three times.");
  await page.getByRole("form", { name: "Find and replace" }).getByRole("button", { name: "Close" }).click();
  await saved(page);
  await panel.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByRole("link", { name: "View story" })).toBeVisible();
});

test("a picture comes into the text, is described where it is asked, and readers get it with its credit", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `With a picture in the text ${Date.now()}`);
  // Before anything is typed: the browser hands choosers over only once it has heard that somebody waits for one.
  const chosen = page.waitForEvent("filechooser");
  await insert(page, "pict");
  await (await chosen).setFiles("lib/imports/demo/pictures/lighthouse.avif");
  const bare = page.getByRole("group", { name: "Picture without alt text" });
  await expect(bare).toBeVisible({ timeout: 30_000 });
  await bare.locator("figcaption").click();
  await page.keyboard.type("The light at Corran Point.");
  await body(page).locator("p").first().click();
  await expect(page.getByRole("region", { name: "Settings: Picture" })).toHaveCount(0);
  await bare.locator("img").click();
  await expect(bare).toHaveClass(/ProseMirror-selectednode/);
  await expect(page.getByRole("toolbar", { name: "Chosen text" })).toHaveCount(0);
  await page.keyboard.type("Behind it.");
  await expect(body(page)).toContainText("The light at Corran Point.");
  await expect(body(page).locator("p", { hasText: "Behind it." })).toBeVisible();
  await saved(page);
  await page.getByRole("tab", { name: /Checks/ }).click();
  await page.getByRole("button", { name: "Show: A picture without alt text" }).press("Enter");
  await expect(page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Alt text" })).toBeFocused();
  await body(page).locator("p").first().click();
  await bare.locator("img").click();
  await page.keyboard.press("Delete");
  await expect(bare).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: /^Picture deleted\./ })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bare).toBeVisible();
  // The picture itself asks, as long as nobody has said what it shows.
  await bare.getByRole("button", { name: "Describe it" }).click();
  await expect(page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Alt text" })).toBeFocused();
  const other = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Use another picture" }).click();
  await (await other).setFiles([await pictureFile("other.jpg", { alt: "Another", credit: "Ana Ruiz" }, { width: 1400, height: 900 })]);
  await expect(page.getByRole("group", { name: "Picture: Another" })).toContainText("The light at Corran Point.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bare).toContainText("The light at Corran Point.");
  await expect(bare.getByRole("button", { name: "Describe it" })).toBeVisible();
  await page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Alt text" }).fill("A lighthouse at night");
  await expect(page.getByRole("button", { name: "Describe it" })).toHaveCount(0);
  await page.getByRole("region", { name: "Settings: Picture" }).getByRole("textbox", { name: "Credit" }).fill("Halyard Graphics");
  // As readers have it: the caption, then whose it is.
  await expect(page.getByRole("group", { name: "Picture: A lighthouse at night" }).locator("figcaption")).toHaveText("The light at Corran Point.Halyard Graphics");
  await saved(page);
  const path = await publish(page);
  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  const figure = reader.getByRole("figure").filter({ hasText: "The light at Corran Point." });
  await expect(figure).toContainText("Halyard Graphics");
  await expect(figure.getByRole("img", { name: "A lighthouse at night" })).toBeVisible();
  await expectAccessible(reader);
});

test("a link to a story of the paper is picked by its headline and follows that story", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Linked to the ferry ${Date.now()}`, "See what was voted.");
  await body(page).press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Address" }).fill("last boat home");
  await page.getByRole("option", { name: /The last boat home will sail/ }).click();
  await expect(body(page).getByRole("link", { name: "See what was voted." })).toBeVisible();
  await saved(page);
  const path = await publish(page);
  const { page: reader } = await visitor();
  await reader.goto(path);
  await expect(reader.getByRole("link", { name: "See what was voted." })).toHaveAttribute("href", "/town/night-ferry-vote");
});

test("blocks are moved, duplicated, turned and deleted by keyboard, and every key stands in one list", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  for (const text of ["One.", "Two."]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("Three.");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(body(page).locator("p")).toHaveText(["One.", "Three.", "Two."]);
  await page.keyboard.press("ControlOrMeta+Shift+d");
  await expect(body(page).locator("p")).toHaveText(["One.", "Three.", "Three.", "Two."]);
  await page.keyboard.press("ControlOrMeta+Shift+Backspace");
  await expect(body(page).locator("p")).toHaveText(["One.", "Three.", "Two."]);
  await expect(page.getByRole("status").filter({ hasText: /^Paragraph deleted. .+ takes it back$/ })).toBeVisible();
  // The menu stands beside the block of the caret, wherever the mouse rests, and stays there.
  const caretLine = await page.evaluate(() => getSelection()?.focusNode?.parentElement?.getBoundingClientRect().top ?? 0);
  for (const [line, open] of [["One.", true], ["Three.", false]] as const) {
    await body(page).getByText(line).hover({ position: { x: 420, y: 8 } });
    if (open) await page.keyboard.press("Alt+Enter");
    await expect.poll(async () => Math.abs(((await page.getByRole("menu", { name: "Block" }).boundingBox())?.y ?? 0) - caretLine)).toBeLessThan(60);
  }
  await page.getByRole("menuitem", { name: "Heading", exact: true }).press("Enter");
  await expect(body(page).locator("h2")).toHaveCount(1);
  // In a list the key is the item's; the menu has both, and says which the key does.
  await page.keyboard.press("ControlOrMeta+Shift+8");
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menuitem", { name: "Duplicate", exact: true })).not.toHaveAttribute("aria-keyshortcuts");
  const itemTwice = page.getByRole("menuitem", { name: "Duplicate the item" });
  await expect(itemTwice).toHaveAttribute("aria-keyshortcuts", /D$/);
  await itemTwice.press("Enter");
  await expect(body(page).locator("li")).toHaveCount(2);
  await page.keyboard.press("ControlOrMeta+/");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await sheet.getByRole("searchbox").fill("duplicate");
  await expect(sheet.getByText("Duplicate the item of a list, else the chosen blocks")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  // It comes into sight with its block, also where that is far from the one beside the mouse.
  await page.keyboard.press("ControlOrMeta+End");
  for (let line = 0; line < 24; line++) await page.keyboard.press("Enter");
  await body(page).getByText("One.").hover({ position: { x: 420, y: 8 } });
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("menuitem", { name: "Move up", exact: true })).toBeInViewport({ ratio: 1 });
});

test("quotation marks are set as the language does, and Backspace takes that back", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("the '90s");
  await expect(body(page)).toContainText("the ’90s");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body(page)).toContainText("the ‘90s");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`"It's ours" -- `);
  await expect(body(page)).toContainText("“It’s ours” –");
  await page.getByRole("combobox", { name: "Language" }).selectOption("de");
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.type(`"`);
  await expect(body(page)).toContainText("„");
  await page.keyboard.press("Backspace");
  await expect(body(page)).toContainText(`– "`);
  await page.keyboard.type(`Nein "`);
  await expect(body(page)).toContainText(`– "Nein „`);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body(page)).toContainText(`– "Nein "`);

  // The fields above the text are set as it is, and taken back as it is; an address never.
  const headline = page.getByRole("textbox", { name: "Headline" });
  await headline.click();
  await page.keyboard.type(`Er sagt "ja" -- 10 %`);
  await expect(headline).toHaveValue("Er sagt „ja“ – 10\u00a0%");
  await page.keyboard.press("Backspace");
  await expect(headline).toHaveValue("Er sagt „ja“ – 10 %");
  await page.keyboard.type(` "`);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(headline).toHaveValue(`Er sagt „ja“ – 10 % "`);
  await page.getByRole("textbox", { name: "Slug" }).click();
  await page.keyboard.type("a--b");
  await expect(page.getByRole("textbox", { name: "Slug" })).toHaveValue("a--b");
  await saved(page);
});

/** The browser tells the editor where a key has put the caret once it has moved it: before the next frame. */
const caretSettled = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test("what is typed like plain text becomes what it looks like, and an opening paragraph becomes a plain one again", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await insert(page, "opening");
  await page.keyboard.type("It begins.");
  const style = page.getByRole("combobox", { name: "Paragraph style" });
  await expect(style).toHaveText("Opening paragraph");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It goes on at www.harbour.example, and on.");
  await expect(body(page).getByRole("link", { name: "www.harbour.example", exact: true })).toHaveAttribute("href", "https://www.harbour.example");
  await expect(body(page).locator("p[data-style=intro]")).toHaveText(["It begins."]);
  await page.keyboard.press("ArrowUp");
  await expect(style).toHaveText("Opening paragraph");
  await page.keyboard.press("ControlOrMeta+Alt+0");
  await expect(body(page).locator("p[data-style=intro]")).toHaveCount(0);
  await style.click();
  await page.getByRole("option", { name: /^Opening paragraph/ }).click();
  await expect(body(page).locator("p[data-style=intro]")).toHaveText(["It begins."]);
  await style.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect(body(page).locator("p[data-style=intro]")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(body(page).locator("p[data-style=intro]")).toHaveCount(0);

  // The caret stays where it was when its block is turned into another.
  await page.keyboard.press("End");
  await caretSettled(page);
  await page.keyboard.press("Alt+Enter");
  await page.getByRole("menuitem", { name: "Smaller heading", exact: true }).press("Enter");
  await page.keyboard.type(" Here.");
  await expect(body(page).locator("h3")).toHaveText("It begins. Here.");

  await body(page).press("ControlOrMeta+End");
  await caretSettled(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("---");
  await expect(body(page).locator("hr")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body(page).locator("hr")).toHaveCount(0);
  await body(page).press("ControlOrMeta+End");
  await caretSettled(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("---");
  await expect(body(page).locator("hr")).toHaveCount(1);
  await page.keyboard.type("And on.");
  await expect(body(page).locator("hr + p")).toHaveText("And on.");

  await page.keyboard.press("Shift+Home");
  await caretSettled(page);
  await paste(page, { text: "https://harbour.example/minutes?utm_source=mail" });
  await expect(body(page).getByRole("link", { name: "And on." })).toHaveAttribute("href", "https://harbour.example/minutes");
  // What has a key has a button too.
  await page.getByRole("toolbar", { name: "Text" }).getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "for keys" }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await saved(page);
  await page.getByRole("textbox", { name: "Name of this version" }).fill("Before the lawyers");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kept as version 1, “Before the lawyers”.")).toBeVisible();
  await body(page).press("ControlOrMeta+Alt+Shift+h");
  await page.waitForURL(/\/history$/);
  await expect(page.getByRole("navigation", { name: "Versions" })).toContainText("“Before the lawyers”");
});

test("every block is put in by its own key", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `By keys ${Date.now()}`);
  const press = async (key: string) => {
    await body(page).press("ControlOrMeta+End");
    await page.keyboard.press(`ControlOrMeta+Alt+${key}`);
  };
  for (const [key, name] of [["b", "Fact box: Facts"], ["s", "Stash: never published"]] as const) {
    await press(key);
    await page.keyboard.type(`Key ${key}`);
    await expect(page.getByRole("group", { name })).toContainText(`Key ${key}`);
  }
  await press("r");
  await expect(body(page).getByRole("table")).toBeVisible();
  await press("Enter");
  await expect(body(page).locator("hr")).toHaveCount(1);
  await press("o");
  await expect(page.getByRole("button", { name: "Pull quote", exact: true })).toHaveAttribute("aria-pressed", "true");
  await press("v");
  await expect(page.getByRole("textbox", { name: "Address of what is embedded" })).toBeFocused();
  await page.keyboard.press("Escape");
  await press("k");
  await expect(page.getByRole("combobox", { name: "Related story" })).toBeFocused();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  for (const key of ["p", "g"]) {
    await body(page).press("ControlOrMeta+End");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press(`ControlOrMeta+Alt+${key}`)]);
    expect(chooser.isMultiple()).toBe(true);
  }
  // The toolbar and the menu tell the same keys.
  await expect(page.getByRole("button", { name: "Section break", exact: true })).toHaveAttribute("title", "Section break (Ctrl+Alt+Enter)");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  for (const label of ["Picture", "Gallery", "Embed", "Pull quote", "Fact box", "Table", "Related story", "Section break", "Stash"]) await expect(page.getByRole("option", { name: new RegExp(`^${label}.*(?:Ctrl\\+Alt\\+|⌥⌘)`) })).toHaveCount(1);
});
