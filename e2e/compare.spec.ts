import type { Page } from "@playwright/test";
import { expect, expectAccessible, origin, saved, test } from "./fixtures";

/* What others changed since one looked, seen, walked through by key, and brought back. */

const line = (letter: string, text: string) => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });

/** A story of two paragraphs, kept as version 1. */
async function keptStory(page: Page): Promise<string> {
  const body = { type: "doc", content: [line("a", "The boat leaves Lower Quay at 23:40."), line("b", "It rained all night on the quay.")] };
  const content = { kicker: "", headline: "The last boat home stays", standfirst: "", dateline: "", slug: "", sectionId: null, language: "en", tags: [], bylines: [], lead: null, body };
  const begun = await page.request.post("/api/v1/articles", { headers: { Origin: origin }, data: { content } });
  const { id } = ((await begun.json()) as { value: { id: string } }).value;
  await page.request.post(`/api/v1/articles/${id}/keep`, { headers: { Origin: origin }, data: { label: "As it was" } });
  return id;
}

test("what a colleague changed is told at the desk, shown word by word, walked by key and brought back in part", async ({ signedIn }) => {
  const { page: mine } = await signedIn("administrator");
  const { page: theirs } = await signedIn("editor");
  const story = await keptStory(theirs);
  await mine.goto(`/desk/articles/${story}`);
  await saved(mine);
  await mine.goto("/desk");
  await theirs.goto(`/desk/articles/${story}`);
  await saved(theirs);
  await theirs.getByRole("textbox", { name: "Headline" }).fill("The last boat home sails");
  await theirs.getByRole("textbox", { name: "Article body" }).getByText("It rained").click();
  await theirs.keyboard.press("End");
  await theirs.keyboard.type(" Nobody slept.");
  await saved(theirs);
  await theirs.goto("/desk");

  const row = mine.getByRole("listitem").filter({ hasText: "The last boat home sails" }).first();
  await expect(async () => {
    await mine.reload();
    await expect(row.getByRole("link", { name: "Changed since you looked" })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await row.getByRole("link", { name: "Changed since you looked" }).click();
  const keys = mine.getByRole("banner").getByRole("status");
  await expect(keys).toHaveText("2 changes");
  const headline = mine.getByRole("article", { name: "Change 1: Headline" });
  await expect(headline.getByRole("deletion")).toContainText("stays");
  await expect(headline.getByRole("insertion")).toContainText("sails");
  await mine.getByRole("button", { name: "Next change" }).click();
  await expect(headline).toBeFocused();
  await mine.keyboard.press("j");
  await expect(mine.getByRole("article", { name: "Change 2: Second paragraph" })).toBeFocused();
  await expect(keys).toHaveText("Change 2 of 2");
  await expectAccessible(mine);
  await mine.setViewportSize({ width: 320, height: 700 });
  expect(await mine.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await mine.setViewportSize({ width: 1280, height: 900 });

  await headline.getByRole("button", { name: "As in version 1: Headline" }).click();
  await expect(mine.getByRole("form", { name: "Bring back from version 1" }).getByRole("status")).toContainText("The headline is as in version 1 again");
  await expect(mine.getByRole("article")).toHaveCount(1);
  await mine.getByRole("button", { name: "I have seen these changes" }).click();
  await expect(mine.getByRole("form", { name: "What others changed" }).getByRole("status")).toContainText("Remembered");

  const { page: bare } = await signedIn("editor", { javaScript: false, width: 390, scheme: "dark" });
  await bare.goto(`/desk/articles/${story}/history/compare`);
  await bare.getByRole("combobox", { name: "From" }).selectOption({ index: (await bare.getByRole("combobox", { name: "From" }).getByRole("option").count()) - 1 });
  await bare.getByRole("button", { name: "Compare" }).click();
  await expect(bare.getByRole("insertion")).toContainText("Nobody slept.");
  await bare.getByRole("link", { name: "Side by side" }).click();
  await bare.getByRole("button", { name: "As in version 1: Second paragraph" }).click();
  await expect(bare.getByText("Between these two nothing changed.")).toBeVisible();
});
