import type { Locator, Page } from "@playwright/test";
import { expect, newStory, origin, saved, test } from "./fixtures";

/* Without a mouse: a story from nothing to published, and the focus, which is never lost on the way. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const beside = (page: Page) => page.getByRole("complementary", { name: "Beside the story" });
const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** What has the focus, where somebody who walks by keys would not see it; null where all is well. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    // Past the last stop the browser's own controls follow.
    if (!(here instanceof HTMLElement) || here === document.body) return null;
    const { width, height } = here.getBoundingClientRect();
    const marked = here.isContentEditable || (here.matches(":focus-visible") && getComputedStyle(here).outlineStyle !== "none");
    return width > 0 && height > 0 && here.checkVisibility({ visibilityProperty: true }) && marked ? null : here.outerHTML.slice(0, 120);
  });

/** Walks by Tab, or back, until the place has the focus; every stop on the way can be seen. */
async function walkTo(page: Page, place: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(place).toBeVisible();
  for (let step = 0; step < 70; step++) {
    if (await isFocused(place)) return;
    await page.keyboard.press(key);
    expect(await unseenFocus(page), "a stop that cannot be seen").toBeNull();
  }
  throw new Error(`${key} never came to ${place}.`);
}

/** Opens the slash menu in the text, finds something in it and takes it. */
async function insert(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.type(`/${typed}`);
  await expect(page.getByRole("option", { name, selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
}

test("a story is written from nothing to published with the keyboard alone", async ({ signedIn, visitor }) => {
  test.setTimeout(120_000);
  const headline = `By keys alone ${Date.now()}`;
  const { page } = await signedIn("editor");
  await page.goto("/desk");
  await walkTo(page, page.getByRole("button", { name: "New story" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await saved(page);

  await walkTo(page, page.getByRole("textbox", { name: "Headline", exact: true }));
  await page.keyboard.type(headline);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Standfirst" })).toBeFocused();
  await page.keyboard.type("Nobody touched a mouse.");
  await walkTo(page, page.getByRole("button", { name: "Add byline" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Byline name")).toBeFocused();
  await page.keyboard.type("Kit Corran");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Add byline" })).toBeFocused();
  await walkTo(page, body(page));

  await page.keyboard.type("The first boat left at six.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Alt+2");
  await page.keyboard.type("What the harbour says");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It was full to the rail, as in ");
  await page.keyboard.press("ControlOrMeta+k");
  const address = page.getByRole("combobox", { name: "Address" });
  await expect(address).toBeFocused();
  await page.keyboard.type("ferry");
  const story = page.getByRole("listbox", { name: "Address" }).getByRole("option").first();
  await expect(page.getByRole("status").filter({ hasText: /^\d+ stor(y|ies)\.$/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(story).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(body(page)).toBeFocused();
  const linked = (await body(page).getByRole("link").textContent()) ?? "";
  expect(linked).not.toBe("");
  await page.keyboard.press("Enter");

  await insert(page, "pull", /^Pull quote/);
  await page.keyboard.type("It was full to the rail");
  await page.keyboard.press("Enter");
  await insert(page, "fact", /^Fact box/);
  await page.keyboard.type("The boat in figures");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("It carries 212.");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("It sails again tonight. ");
  await insert(page, "note", /^Note/);
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes.getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.type("Who says so?");
  await page.keyboard.press("Control+Enter");
  await expect(notes.getByRole("article", { name: /^Note on The block “It sails again tonight/ })).toBeFocused();
  await walkTo(page, body(page), "Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");

  const chooser = page.waitForEvent("filechooser");
  await insert(page, "picture", /^Picture/);
  await (await chooser).setFiles("lib/imports/demo/pictures/lighthouse.avif");
  const picture = body(page).getByRole("group", { name: /^Picture/ });
  await expect(picture).toBeVisible();
  await expect(body(page)).toBeFocused();
  const settings = page.getByRole("region", { name: "Settings: Picture" });
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(settings).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Alt+Enter");
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    expect(await isFocused(page.getByRole("menuitem", { name: "Settings" }))).toBe(true);
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(settings.getByRole("textbox", { name: "Alt text" })).toBeFocused();
  await page.keyboard.type("A lighthouse at dusk");
  await walkTo(page, settings.getByRole("textbox", { name: "Credit" }));
  await page.keyboard.type("Halyard Graphics");
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await expect(body(page).getByRole("group", { name: "Picture: A lighthouse at dusk" })).toBeVisible();
  await saved(page);

  // The tabs are one stop; the arrows walk among them and show at once.
  await walkTo(page, beside(page).getByRole("tab", { name: /^Notes/ }));
  await page.keyboard.press("Home");
  await expect(beside(page).getByRole("tab", { name: "Story", selected: true })).toBeFocused();
  await page.keyboard.press("End");
  await expect(beside(page).getByRole("tabpanel", { name: "Outline" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(beside(page).getByRole("tab", { name: /^Notes/, selected: true })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  const checks = beside(page).getByRole("tab", { name: /^Checks/, selected: true });
  await expect(checks).toBeFocused();
  await expect(beside(page).getByRole("tabpanel", { name: /^Checks/ })).toHaveId((await checks.getAttribute("aria-controls")) ?? "");
  const noSection = beside(page).getByRole("button", { name: /^Show: .*section/i });
  await walkTo(page, noSection);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Section" })).toBeFocused();
  await page.keyboard.type("Town");
  await expect(page.getByRole("combobox", { name: "Section" })).toHaveValue(/.+/);
  await saved(page);

  const publish = page.getByRole("button", { name: "Publish", exact: true });
  await walkTo(page, publish, "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish story" });
  await expect(dialog).toBeFocused();
  await expect(dialog.getByRole("heading", { name: /^Must/ })).toHaveCount(0);
  await walkTo(page, dialog.getByRole("button", { name: "Publish now" }));
  await page.keyboard.press("Enter");
  const view = dialog.getByRole("link", { name: "View story" });
  await expect(view).toBeVisible();
  await expect(dialog).toBeFocused();
  await walkTo(page, view);
  const path = (await view.getAttribute("href")) ?? "";
  await page.keyboard.press("Escape");
  await expect(publish).toBeFocused();

  const { page: reader } = await visitor();
  await reader.goto(origin + path);
  const article = reader.getByRole("article").first();
  await expect(article.getByRole("heading", { level: 1 })).toHaveText(headline);
  for (const words of ["Nobody touched a mouse.", "Kit Corran", "The first boat left at six.", "It was full to the rail, as in", "The boat in figures", "It carries 212.", "It sails again tonight.", "Halyard Graphics"]) await expect(article).toContainText(words);
  await expect(article.getByRole("heading", { name: "What the harbour says" })).toBeVisible();
  await expect(article.getByRole("link", { name: linked })).toHaveAttribute("href", /^\/[a-z-]+\/.+/);
  await expect(article.getByRole("img", { name: "A lighthouse at dusk" })).toBeVisible();
  await expect(article.locator("aside.pull, .pull")).toContainText("It was full to the rail");
});

test("Tab is never trapped in the text, and Escape leaves it from a list and a table", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await walkTo(page, body(page));
  await page.keyboard.type("Words.");
  await page.keyboard.press("Tab");
  await expect(body(page)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(body(page)).not.toBeFocused();
  expect(await unseenFocus(page)).toBeNull();
  await page.keyboard.press("Shift+Tab");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(body(page).locator("li li")).toHaveText("two");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await insert(page, "table", /^Table/);
  await page.keyboard.type("Name");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Figure");
  await expect(body(page).getByRole("columnheader")).toHaveText(["Name", "Figure", ""]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(body(page)).not.toBeFocused();
  await page.keyboard.press("Tab");
  await expect(body(page)).toBeFocused();
  // The editor puts the caret back a moment after the focus came, sooner than anybody types.
  await page.waitForFunction(() => getSelection()?.anchorNode?.textContent === "Figure");
  await page.keyboard.type("s");
  await expect(body(page).getByRole("columnheader")).toHaveText(["Name", "Figures", ""]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(beside(page).locator(":focus")).toBeVisible();
});

test("whatever is opened from the text gives the caret back where it was", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await walkTo(page, body(page));
  await page.keyboard.type("ab");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("x");
  let wanted = "axb";
  await expect(body(page).locator("p")).toHaveText(wanted);
  const opened: [string, Locator][] = [
    ["Alt+F10", page.getByRole("toolbar", { name: "Text" }).locator(":focus")],
    ["ControlOrMeta+k", page.getByRole("combobox", { name: "Address" })],
    ["ControlOrMeta+Shift+l", page.getByRole("combobox", { name: "These words are" })],
    ["ControlOrMeta+f", page.getByRole("form", { name: "Find" }).locator(":focus")],
    ["ControlOrMeta+/", page.getByRole("dialog", { name: "Keys" }).locator(":focus")],
    ["Alt+Enter", page.getByRole("menu", { name: "Block" }).locator(":focus")],
  ];
  for (const [key, place] of opened) {
    await page.keyboard.press(key);
    await expect(place, key).toBeFocused();
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(body(page), key).toBeFocused({ timeout: 300 });
    }).toPass();
    await page.keyboard.type("x");
    wanted = wanted.replace("b", "xb");
    await expect(body(page).locator("p"), key).toHaveText(wanted);
  }

  await page.keyboard.type(" ");
  for (const [typed, name, place] of [
    ["related", /^Related story/, page.getByRole("combobox", { name: "Related story" })],
    ["embed", /^Embed/, page.getByRole("textbox", { name: "Address of what is embedded" })],
  ] as const) {
    await insert(page, typed, name);
    await expect(place).toBeFocused();
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(body(page)).toBeFocused({ timeout: 300 });
    }).toPass();
  }
  await page.keyboard.type("y");
  await expect(body(page).locator("p")).toHaveText(wanted.replace("b", " yb"));

  // The keys are listed from anywhere, and the focus goes back there.
  const kicker = page.getByRole("textbox", { name: "Kicker" });
  await kicker.focus();
  await page.keyboard.press("ControlOrMeta+/");
  await expect(opened[4]?.[1] as Locator).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(kicker).toBeFocused();
});

test("what is taken out beside the text leaves the focus where the next one is put in", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const add = page.getByRole("button", { name: "Add byline" });
  for (const name of ["Ada", "Bo"]) {
    await walkTo(page, add);
    await page.keyboard.press("Enter");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(add).toBeFocused();
  }
  const down = page.getByRole("button", { name: "Move Ada down" });
  await walkTo(page, down, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".byline b")).toHaveText([/./, "Bo", "Ada"]);
  await expect(down).toBeFocused();
  await walkTo(page, page.getByRole("button", { name: "Remove Ada" }));
  await page.keyboard.press("Enter");
  await expect(add).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();

  const lead = page.getByRole("button", { name: "Add lead picture" });
  await walkTo(page, lead);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles("lib/imports/demo/pictures/lighthouse.avif");
  await expect(page.getByRole("button", { name: "Replace picture" })).toBeFocused();
  await walkTo(page, page.getByRole("button", { name: "Remove picture" }));
  await page.keyboard.press("Enter");
  await expect(lead).toBeFocused();

  const tags = page.getByRole("combobox", { name: "Tags" });
  await walkTo(page, tags);
  await page.keyboard.type("Harbour");
  await page.keyboard.press("Enter");
  await walkTo(page, page.getByRole("button", { name: "Remove tag Harbour" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(tags).toBeFocused();
});

test("a key that comes while the page is busy finds the caret where the key before it has put it", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("One.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Two.");
  await page.keyboard.press("Control+Home");
  await saved(page);
  const devtools = await context.newCDPSession(page);
  const press = (key: string, code: number, modifiers = 0, text?: string) => devtools.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", key, code: key, windowsVirtualKeyCode: code, modifiers, ...(text ? { text } : {}) });
  await page.evaluate(() => void setTimeout(() => { const until = performance.now() + 400; while (performance.now() < until); }, 20));
  await page.waitForTimeout(60);
  await Promise.all([press("End", 35, 2), press("Enter", 13, 0, "\r")]);
  await page.keyboard.type("Three.");
  await expect(body(page).locator("p")).toHaveText(["One.", "Two.", "Three."]);
});
