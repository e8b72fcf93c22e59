import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, join, newStory, publish, saved, test, writeStory } from "./fixtures";

/* At the editor's desk: what one person, or two at once, want to get done in a story. */

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const bar = (page: Page) => page.getByRole("banner");

/** Pastes what another program would put on the clipboard. */
async function paste(target: Locator, clipboard: Record<string, string>): Promise<void> {
  await target.evaluate((element, held) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(held)) data.setData(type, text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
}

/** Nothing was refused: the story still takes changes, and what is in it survives a reload. */
async function stillSaves(page: Page): Promise<void> {
  await field(page, "Kicker").fill("Still open");
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(field(page, "Kicker")).toHaveValue("Still open");
}

test("two people type at both ends of one headline and no letter is lost", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await field(orla, "Headline").fill(" middle ");
  await saved(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  await field(orla, "Headline").press("Home");
  await field(wim, "Headline").press("End");
  await Promise.all([orla.keyboard.type("a".repeat(80), { delay: 12 }), wim.keyboard.type("b".repeat(80), { delay: 12 })]);
  const wanted = `${"a".repeat(80)} middle ${"b".repeat(80)}`;
  await expect(field(orla, "Headline")).toHaveValue(wanted);
  await expect(field(wim, "Headline")).toHaveValue(wanted);
  await saved(orla);
  await orla.reload();
  await expect(field(orla, "Headline")).toHaveValue(wanted);
});

test("a selection stays on its words while a colleague writes before it", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await field(orla, "Headline").fill("The last boat home");
  await saved(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  await field(orla, "Headline").focus();
  await field(orla, "Headline").evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 8));
  await field(wim, "Headline").press("Home");
  await wim.keyboard.type("Gone: ");
  await expect(field(orla, "Headline")).toHaveValue("Gone: The last boat home");
  expect(await field(orla, "Headline").evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd))).toBe("last");
});

test("a word that is being composed is not torn apart by a colleague's letters", async ({ signedIn }) => {
  const { page: orla, context } = await signedIn("editor");
  await newStory(orla);
  await field(orla, "Headline").fill("Tide ");
  await saved(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  const keyboard = await context.newCDPSession(orla);
  await field(orla, "Headline").press("End");
  await keyboard.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await field(wim, "Headline").press("Home");
  await wim.keyboard.type("High ");
  await saved(wim);
  await field(wim, "Kicker").fill("After the letters");
  await expect(field(orla, "Kicker")).toHaveValue("After the letters");
  await expect(field(orla, "Headline")).toHaveValue("Tide ni");
  await keyboard.send("Input.insertText", { text: "你" });
  await expect(field(orla, "Headline")).toHaveValue("High Tide 你");
  await expect(field(wim, "Headline")).toHaveValue("High Tide 你");
});

test("undo in a field takes back one's own typing and leaves a colleague's", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  await field(orla, "Headline").click();
  await orla.keyboard.type("First");
  await expect(field(wim, "Headline")).toHaveValue("First");
  await field(wim, "Headline").press("End");
  await wim.keyboard.type(" and second");
  await expect(field(orla, "Headline")).toHaveValue("First and second");
  await orla.keyboard.press("ControlOrMeta+z");
  await expect(field(orla, "Headline")).toHaveValue(" and second");
  await expect(field(wim, "Headline")).toHaveValue(" and second");
  await orla.keyboard.press("ControlOrMeta+Shift+z");
  await expect(field(wim, "Headline")).toHaveValue("First and second");
  await orla.keyboard.press("ControlOrMeta+z");
  await expect(field(wim, "Headline")).toHaveValue(" and second");
  await orla.keyboard.press("ControlOrMeta+y");
  await expect(field(wim, "Headline")).toHaveValue("First and second");
});

test("a list goes three levels deep, typed or pasted, and the story goes on", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("- one");
  for (const word of ["two", "three", "four", "five"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type(word);
  }
  await expect(body(page).locator("ul ul ul > li")).toHaveText(["three", "four", "five"]);
  await stillSaves(page);
  await body(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await paste(body(page), { "text/html": "<ol start='123456'><li>A<ul><li>B<ul><li>C<ul><li>D<ol><li>E</li></ol></li></ul></li></ul></li></ul></li></ol>" });
  await expect(body(page)).toContainText("E");
  await expect(body(page).locator("li li li li")).toHaveCount(0);
  await stillSaves(page);
  await expect(body(page)).toContainText("ABCDE");
});

test("characters that nobody can see are left out, wherever they come from", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await field(page, "Headline").focus();
  await page.keyboard.insertText("A bell\u0007 and a\u000b tab");
  await expect(field(page, "Headline")).toHaveValue("A bell and a tab");
  await body(page).click();
  await page.keyboard.insertText("Ring\u0007ing. ");
  await paste(body(page), { "text/plain": "Past\u0000ed\u0003. " });
  await paste(body(page), { "text/html": "<p>With <b>ma\u0001rks</b>.</p><blockquote data-source='A\u0002 log'><p>Said.</p></blockquote>" });
  await expect(body(page)).toContainText("Ringing. Pasted. With marks.");
  await page.getByLabel("Tags").fill("Har\u0007bour");
  await page.getByLabel("Tags").press("Enter");
  await stillSaves(page);
  await expect(body(page)).toContainText("Ringing. Pasted. With marks.");
});

test("a text that no story can hold is not pasted, and the editor says so", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("Before. ");
  await paste(body(page), { "text/html": "<p>Too many.</p>".repeat(2100) });
  await expect(page.getByRole("status", { name: "Paste" }).filter({ hasText: "This is 2,100 blocks; at most 500 can be pasted at once. Please paste it in parts." })).toBeVisible();
  await stillSaves(page);
  await expect(body(page)).toHaveText("Before.");
});

test("a line that goes dead is said, and what was typed meanwhile is saved when it is back", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  await newStory(page);
  await context.setOffline(true);
  await body(page).click();
  await page.keyboard.type("Typed in a tunnel.");
  await expect(bar(page).getByRole("status").filter({ hasText: "Not connected: keep this tab open" })).toBeVisible();
  // Trouble is said above; all is well at the foot; and never both.
  const foot = page.getByRole("contentinfo", { name: "Counts" });
  await expect(foot.getByRole("status")).toHaveText("");
  await expect(foot).toHaveAccessibleDescription(/document format \d/);
  await context.setOffline(false);
  await saved(page);
  await expect(foot.getByRole("status")).toHaveText(/^Saved \d\d:\d\d$/);
  await expect(bar(page).getByRole("status")).toHaveText("");
  await page.reload();
  await expect(body(page)).toHaveText("Typed in a tunnel.");
  await expect(page.getByText("Only you here")).toBeVisible();
});

test("a headline that is too long keeps every letter and says that the rest is not saved", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const headline = field(page, "Headline");
  await headline.focus();
  await page.keyboard.insertText("x".repeat(300));
  await expect(headline).toHaveValue("x".repeat(300));
  await expect(headline).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("200 characters at most; this has 300: the rest is not saved yet")).toBeVisible();
  await expect(bar(page).getByRole("status")).toContainText("Not all saved");
  await field(page, "Kicker").focus();
  await bar(page).getByRole("button", { name: "Headline: 200 characters at most" }).press("Enter");
  await expect(headline).toBeFocused();
  await expectAccessible(page);
  await headline.fill("y".repeat(190));
  await saved(page);
  await expect(headline).not.toHaveAttribute("aria-invalid", "true");
  await page.reload();
  await expect(headline).toHaveValue("y".repeat(190));
});

test("on a phone the slug can be seen and typed", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  await newStory(page);
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await expect(field(page, "Slug")).toBeVisible();
  expect((await field(page, "Slug").boundingBox())?.height).toBeGreaterThan(15);
  await field(page, "Slug").fill("by-the-quay");
  await saved(page);
});

test("everybody sees which field a colleague is in", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await orla.getByRole("button", { name: "Add byline" }).click();
  await orla.getByRole("textbox", { name: "Byline name" }).or(orla.getByRole("combobox", { name: "Byline name" })).fill("A Guest");
  await orla.getByRole("button", { name: "Add", exact: true }).click();
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  const chips = wim.locator(".chip", { hasText: "Orla Lindqvell" });
  const places: [Locator, string][] = [
    [field(orla, "Kicker"), "Kicker"],
    [orla.getByRole("combobox", { name: "Section" }), "Section"],
    [orla.getByRole("combobox", { name: "Language" }), "Language"],
    [orla.getByLabel("Tags"), "Tags"],
    [field(orla, "Slug"), "Slug"],
    [orla.getByRole("button", { name: "Remove A Guest" }), "Bylines"],
    [orla.getByRole("button", { name: "Add lead picture" }), "Lead picture"],
  ];
  for (const [place, name] of places) {
    await place.focus();
    await expect(chips, name).toHaveCount(1);
    await expect(wim.getByRole("list", { name: `In ${name}` }), name).toContainText("Orla Lindqvell");
  }
  await body(orla).focus();
  await expect(chips).toHaveCount(0);
});

test("the bar follows what others do with the story", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await writeStory(orla, `Followed ${Date.now()}`);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  await expect(bar(wim)).toContainText("Draft");
  await publish(orla);
  await expect(bar(wim)).toContainText("Live");
  await orla.getByRole("textbox", { name: "Reason" }).fill("Two names were mixed up.");
  await orla.getByRole("button", { name: "Unpublish" }).click();
  await expect(bar(wim)).toContainText("Unpublished");
});

test("the desk reads the writer's word at hand-in", async ({ signedIn }) => {
  const { page: bea } = await signedIn("contributor");
  await newStory(bea);
  const headline = `Handed in ${Date.now()}`;
  await writeStory(bea, headline);
  await bea.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(bea.getByRole("heading", { name: "A word to the desk" })).toBeVisible();
  await bea.getByRole("textbox", { name: "A word to the desk" }).fill("The harbour master has not called back.");
  await bea.getByRole("button", { name: "Hand in" }).click();
  await expect(bea.getByText("Handed in by Bea Adeyo")).toBeVisible();
  const { page: orla } = await signedIn("editor");
  // The list follows the text a moment later.
  await expect(async () => {
    await orla.goto("/desk");
    await expect(orla.getByRole("listitem").filter({ hasText: headline })).toContainText("The harbour master has not called back.", { timeout: 500 });
  }).toPass();
  await join(orla, bea);
  await orla.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = orla.getByRole("dialog", { name: "Publish story" });
  await expect(panel).toContainText("The harbour master has not called back.");
  await expect(panel.getByRole("heading", { name: "Back to the writer" })).toBeVisible();
});

test("the toolbar is one tab stop, reached by Alt and F10, and Ctrl and K makes a link", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await expect(body(page)).toHaveAccessibleDescription(/^Press \/ to insert, Alt\+F10 for the toolbar/);
  await page.keyboard.type("The harbour office.");
  await page.keyboard.press("Home");
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press("ArrowRight");
  const toolbar = page.getByRole("toolbar", { name: "Text" });
  await expect(toolbar.locator('[tabindex="0"]')).toHaveCount(1);
  await expect(toolbar.locator('button:not([tabindex="-1"]), select:not([tabindex="-1"])')).toHaveCount(1);
  await page.keyboard.press("Alt+F10");
  await expect(page.getByRole("combobox", { name: "Paragraph style" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Emphasis" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await page.keyboard.type("old ");
  await expect(body(page)).toContainText("The old harbour office.");
  await page.keyboard.press("Alt+F10");
  await expect(page.getByRole("button", { name: "Emphasis" })).toBeFocused();
  await expect(toolbar.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Escape");
  const selected = async () => {
    const words = await page.evaluate(() => String(getSelection()));
    if (words !== "harbour") await page.keyboard.press("Shift+ArrowRight");
    return words;
  };
  await expect.poll(selected).toBe("harbour");
  await page.keyboard.press("ControlOrMeta+k");
  const address = page.getByRole("combobox", { name: "Address" });
  await expect(address).toBeFocused();
  const found = page.getByRole("listbox", { name: "Address" });
  await expect(found.getByRole("option").first()).toBeVisible();
  expect((await address.boundingBox())?.width).toBe((await found.boundingBox())?.width);
  // Once for the list, once for the field.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("harbour.example");
  await page.keyboard.press("Enter");
  await expect(body(page).getByRole("link", { name: "harbour", exact: true })).toHaveAttribute("href", "https://harbour.example/");
});

test("history shows a version whole: its picture, words and language", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `With its picture ${Date.now()}`);
  await page.getByLabel("Lead picture file").setInputFiles("lib/imports/demo/pictures/lighthouse.avif");
  await field(page, "Alt text").fill("A lighthouse at night");
  await field(page, "Caption").fill("The light at Saltgate.");
  await field(page, "Credit").fill("Halyard Graphics");
  await saved(page);
  await publish(page);
  await page.goto(`${page.url()}/history`);
  const version = page.getByRole("main");
  await expect(version.getByRole("img", { name: "A lighthouse at night" })).toBeVisible();
  expect(await version.getByRole("img").evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  for (const words of ["A lighthouse at night", "The light at Saltgate.", "Halyard Graphics", "English"]) await expect(version.getByRole("definition").filter({ hasText: words })).toBeVisible();
  await expectAccessible(page);
});

test("on a phone the bar, the tabs and the one way to close the panel are in reach", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  await newStory(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const beside = page.getByRole("complementary", { name: "Beside the story" });
  const dialog = page.getByRole("dialog", { name: "Publish story" });
  const tabs = beside.getByRole("tablist");
  const close = beside.getByRole("button", { name: "Close" });
  const [header, row] = [await bar(page).boundingBox(), await tabs.boundingBox()];
  expect(row?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  for (const one of [...(await bar(page).getByRole("button").all()), ...(await bar(page).getByRole("link").all()), ...(await tabs.getByRole("tab").all()), close]) {
    const { x, y, width, height } = (await one.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    const [left, top] = [x + width / 2, y + height / 2];
    expect(await one.evaluate((element, [across, down]) => element.contains(document.elementFromPoint(across ?? 0, down ?? 0)), [left, top]), await one.innerText()).toBe(true);
  }
  await close.click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog).toBeVisible();
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await beside.getByRole("button", { name: "Close" }).click();
  await expect(field(page, "Slug")).toBeHidden();
});
