import { blocks } from "../lib/content/blocks/registry";
import { expect, expectAccessible, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

test("checks are put right by keyboard, each taken back by the undo of the place where it was made", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Put right ${Date.now()}`, "It was no suicide.");
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Alt+4");
  await page.keyboard.type("What the log says");
  await expect(body.getByRole("heading", { level: 4 })).toBeVisible();
  await page.getByRole("textbox", { name: "Slug" }).fill("Night Ferry!");
  await saved(page);
  await page.getByRole("tab", { name: /Checks/ }).click();
  const pane = page.getByRole("region", { name: "Checks" });
  await expect(pane.getByRole("heading", { name: "Must (1)" })).toBeVisible();
  await expect(pane.getByRole("heading", { name: /^Should \(\d+\)$/ })).toBeVisible();
  await expect(pane.getByText("A sensitive topic: suicide")).toBeVisible();

  await pane.getByRole("button", { name: "Make it a heading: A heading skips a level" }).press("Enter");
  await expect(body.getByRole("heading", { level: 2, name: "What the log says" })).toBeVisible();
  await expect(body).toBeFocused();
  await expect(pane.getByText("A heading skips a level")).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("Control+z");
  await expect(body.getByRole("heading", { level: 4, name: "What the log says" })).toBeVisible();

  const slug = page.getByRole("textbox", { name: "Slug" });
  await pane.getByRole("button", { name: /^Use “night-ferry”/ }).press("Enter");
  await expect(slug).toHaveValue("night-ferry");
  await expect(slug).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(slug).toHaveValue("Night Ferry!");
});

test("nobody outside is asked before “Check links” is pressed; a dead link is shown, and its words can be kept", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  await newStory(page);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.click();
  await page.keyboard.type("See https://nowhere.invalid/ferry too.");
  await expect(body.getByRole("link")).toHaveAttribute("href", "https://nowhere.invalid/ferry");
  await saved(page);
  await page.getByRole("button", { name: "Story", exact: true }).click();
  await page.getByRole("tab", { name: /Checks/ }).click();
  const pane = page.getByRole("region", { name: "Checks" });
  await expect(pane.getByText(/could not be reached/)).toBeHidden();
  await pane.getByRole("button", { name: "Check links" }).press("Enter");
  await expect(pane.getByText("Asked 1 address: 1 with trouble, under Should.")).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  await pane.getByRole("button", { name: "Remove the link: A link whose site could not be reached" }).press("Enter");
  await expect(body.getByRole("link")).toHaveCount(0);
  await expect(body).toContainText("See https://nowhere.invalid/ferry too.");
  await expect(body).toBeFocused();
  await saved(page);
});

test("foreign words say their language to readers; subscript and superscript have buttons, too", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Foreign words ${Date.now()}`, "llong fferi");
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.press("End");
  await body.press("Shift+Home");
  await page.keyboard.press("Control+Shift+L");
  const form = page.getByRole("form", { name: "Foreign words" });
  await form.getByRole("combobox", { name: "These words are" }).selectOption("Another…");
  await form.getByRole("textbox", { name: "Tag (BCP 47)" }).fill("Welsh");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("This is no tag of a language.");
  await expectAccessible(page);
  await form.getByRole("textbox", { name: "Tag (BCP 47)" }).fill("pt-br");
  await page.keyboard.press("Enter");
  await expect(body.locator("span[lang=pt-BR]")).toHaveText("llong fferi");
  await expect(body).toBeFocused();

  const chosen = page.getByRole("toolbar", { name: "Chosen text" });
  await expect(chosen.getByRole("button", { name: "Foreign words" })).toHaveAttribute("aria-pressed", "true");
  await chosen.getByRole("button", { name: "Foreign words" }).click();
  await form.getByRole("combobox", { name: "These words are" }).selectOption("Welsh");
  await form.getByRole("button", { name: "Apply" }).click();
  await expect(body.locator("span[lang=cy]")).toHaveText("llong fferi");

  // Whoever opens the form and then writes elsewhere has left it.
  const toolbar = page.getByRole("toolbar", { name: "Text", exact: true });
  await page.keyboard.press("Control+Shift+L");
  await expect(form).toBeVisible();
  await body.click();
  await page.keyboard.press("Control+End");
  await expect(form).toBeVisible();
  await page.keyboard.type(" and CO");
  await expect(form).toBeHidden();
  await page.keyboard.press("Control+,");
  await page.keyboard.type("2");
  await expect(toolbar.getByRole("button", { name: "Subscript" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+.");
  await page.keyboard.type("x");
  await expect(body.locator("sub")).toHaveText("2");
  await expect(body.locator("sup")).toHaveText("x");
  await saved(page);

  const path = await publish(page);
  const { page: reader } = await visitor();
  await reader.goto(path);
  await expect(reader.locator(".prose span[lang=cy]")).toHaveText("llong fferi");
  await expect(reader.locator(".prose sub")).toHaveText("2");
});

test("what is pasted from our own paper follows its story, a wire’s keywords become tags, a picture elsewhere is fetched when asked for", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Linked to ${Date.now()}`);
  const path = await publish(page);
  const story = page.url().split("/").at(-1) ?? "";
  await newStory(page);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.click();
  const paste = (html: string, text = "") =>
    body.evaluate(
      (element, clipboard) => {
        const data = new DataTransfer();
        if (clipboard.html) data.setData("text/html", clipboard.html);
        if (clipboard.text) data.setData("text/plain", clipboard.text);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      },
      { html, text },
    );
  await paste(`<p>See <a href="${origin}${path}?utm_source=x">the vote</a>, <a href="${origin}/town/never-was">not that</a>, <a href="https://elsewhere.example${path}">nor that</a>.</p><p><img src="https://pictures.invalid/quay.jpg" alt="The quay by night"></p>`);
  await expect(body.getByRole("link", { name: "the vote" })).toHaveAttribute("data-story", story);
  await expect(body.getByRole("link", { name: "the vote" })).toHaveAttribute("href", path);
  await expect(body.getByRole("link", { name: "not that" })).not.toHaveAttribute("data-story");
  await expect(body.getByRole("link", { name: "nor that" })).not.toHaveAttribute("data-story");
  // Part of the paste: one step back takes all of it.
  const strip = page.getByRole("status", { name: "Paste" });
  const quay = body.getByRole("group", { name: "Picture to come: The quay by night, on pictures.invalid" });
  await expect(strip).toContainText("Its picture waits where it stood");
  await quay.getByRole("button", { name: "Fetch this picture" }).press("Enter");
  await expect(quay).toContainText("This address could not be reached.");
  await expect(quay.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectAccessible(page);
  await quay.getByRole("button", { name: "Leave it out" }).press("Enter");
  await expect(quay).toHaveCount(0);
  await expect(body).toBeFocused();
  await body.press("Control+z");
  await expect(body.getByRole("link")).toHaveCount(0);
  await expect(body).not.toContainText("See");

  await paste("", `${origin}${path}`);
  await expect(body.getByRole("link")).toHaveAttribute("data-story", story);
  await page.keyboard.press("Enter");
  await paste("", wire);
  await strip.getByRole("button", { name: "Add tag “Night ferries”" }).press("Enter");
  await expect(strip.getByRole("button", { name: "“Night ferries” is a tag now" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Remove tag Night ferries" })).toBeVisible();
  await saved(page);
});

const wire = `URGENT
Keywords: Night ferries, Skerry
PORT ELLERY (HNA) -- The council of Port Ellery decided on Wednesday to
go on paying for the 23:40 sailing to Skerry until the end of March, the
harbour office said in a statement that was read out on the quay.

The vote was seven to five, and it crossed the aisle for the first time
since the subsidy was brought in, the office said in the same statement.
ENDS`;

test("the style guide shows every block of the registry, as readers see it", async ({ signedIn }) => {
  const { page } = await signedIn("moderator");
  await page.getByRole("link", { name: "Style guide" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Style guide" })).toBeVisible();
  for (const { label } of Object.values(blocks)) await expect(page.getByRole("region", { name: label, exact: true }).getByRole("heading", { name: label, exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Table", exact: true }).getByRole("table")).toBeVisible();
  await expect(page.getByRole("region", { name: "Table in feeds" })).toContainText("<table><caption>");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("an administrator sees whether anything is fetched from outside, and says so", async ({ signedIn }) => {
  // Switching off would reach every test that runs beside this one: what follows from it is proved in safe-fetch.db.test.ts.
  const { page } = await signedIn("administrator");
  await page.goto("/desk/settings/sections");
  await page.getByRole("link", { name: "Outside addresses" }).click();
  await expect(page.getByRole("checkbox", { name: "Fetch from outside addresses" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Switched on");
});
