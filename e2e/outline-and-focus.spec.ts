import type { Page } from "@playwright/test";
import { paste, pasteStrip } from "./clipboard";
import { expect, expectAccessible, newStory, saved, test } from "./fixtures";

/* Finding one's way in a long text, and being alone with it; everything by keyboard. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const beside = (page: Page) => page.getByRole("complementary", { name: "Beside the story" });
const outline = (page: Page) => page.getByRole("navigation", { name: "Outline of the text" });

/** Two headings with a smaller one between, and text under each. */
async function writeLong(page: Page): Promise<void> {
  await body(page).click();
  await page.keyboard.type("Before it all.\n## The ice\nIt held.\n### At the quay\nNobody came.\n## Afterwards\nThe end.");
  await saved(page);
}

test("the outline names the headings as they are written and leads to them", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await beside(page).getByRole("tab", { name: "Outline" }).press("Enter");
  await expect(beside(page).getByText("No headings yet.")).toBeVisible();
  await writeLong(page);
  await expect(outline(page).getByRole("listitem")).toHaveText(["The ice", "At the quay", "Afterwards"]);
  await expect(outline(page).getByRole("button", { name: "Afterwards" })).toHaveAttribute("aria-current", "location");
  await expectAccessible(page);
  await outline(page).getByRole("button", { name: "At the quay" }).press("Enter");
  await expect(body(page)).toBeFocused();
  await expect(outline(page).getByRole("button", { name: "At the quay" })).toHaveAttribute("aria-current", "location");
  await page.keyboard.press("End");
  await page.keyboard.type(", at night");
  await expect(outline(page).getByRole("button", { name: "At the quay, at night" })).toBeVisible();
  // The editor takes no notice of where the caret goes within the first moments after a key, faster than anybody types.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+Home");
    await expect(outline(page).locator("[aria-current]")).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await beside(page).getByRole("tab", { name: "Outline" }).click();
  await expectAccessible(page);
  await outline(page).getByRole("button", { name: "Afterwards" }).click();
  await expect(beside(page)).toBeHidden();
  await expect(body(page)).toBeFocused();
  await expect(body(page).getByRole("heading", { name: "Afterwards" })).toBeInViewport();
});

test("focus mode leaves the text, the state of saving and a way out, in this tab alone", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  await newStory(page);
  await writeLong(page);
  await page.keyboard.press("ControlOrMeta+Shift+Period");
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
  await expect(body(page)).toBeFocused();
  for (const gone of [page.getByRole("toolbar", { name: "Text" }), beside(page), page.getByRole("contentinfo"), page.getByRole("button", { name: "Publish", exact: true }), page.getByRole("textbox", { name: "Kicker" })]) await expect(gone).toBeHidden();
  await page.keyboard.type(" Or not.");
  await saved(page);

  // What came of a paste, and what is opened from the text, is seen here as well.
  await paste(page, { html: '<p style="color:red">Red.</p>' });
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).click();
  await expect(body(page)).not.toContainText("Red.");
  await page.keyboard.press("ControlOrMeta+Alt+b");
  await page.keyboard.press("Alt+Enter");
  await page.getByRole("menuitem", { name: "Settings" }).press("Enter");
  const kind = beside(page).getByRole("combobox", { name: "Kind" });
  await expect(kind).toBeVisible();
  await expectAccessible(page);
  await kind.press("Escape");
  await expect(beside(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
  await body(page).press("ControlOrMeta+z");
  await expect(page.getByRole("group", { name: /^Fact box/ })).toHaveCount(0);
  await body(page).press("ControlOrMeta+End");

  await page.getByRole("button", { name: "Dim the rest" }).press("Enter");
  await body(page).focus();
  const colour = (words: string) => body(page).getByText(words).evaluate((element) => getComputedStyle(element).color);
  await expect.poll(async () => (await colour("Before it all.")) !== (await colour("The end. Or not."))).toBe(true);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.reload();
  await saved(page);
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await saved(other);
  await expect(other.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
  await other.close();

  await body(page).focus();
  await page.keyboard.press("ControlOrMeta+/");
  await page.getByRole("dialog", { name: "Keys" }).getByRole("searchbox").fill("focus");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText(/Ctrl\+Shift\+\./);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Leave focus" })).toBeVisible();
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
  await expect(body(page)).toBeFocused();
});
