import type { Page } from "@playwright/test";
import { expect, expectAccessible, origin, saved, test } from "./fixtures";

/* A copy is worked on, sent back, and answered change by change, while the story goes on under its owner's hands. */

const line = (letter: string, text: string) => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

/** A story of three paragraphs. */
async function story(page: Page, headline: string): Promise<string> {
  const text = { type: "doc", content: [line("a", "The boat leaves Lower Quay at 23:40."), line("b", "It rained all night on the quay."), line("c", "Nobody slept.")] };
  const content = { kicker: "", headline, standfirst: "", dateline: "", slug: "", sectionId: null, language: "en", tags: [], bylines: [], lead: null, body: text };
  const begun = await page.request.post("/api/v1/articles", { headers: { Origin: origin }, data: { content } });
  return ((await begun.json()) as { value: { id: string } }).value.id;
}

/** Types at the end of a paragraph. */
async function typeBehind(page: Page, words: string, more: string): Promise<void> {
  await body(page).getByText(words).click();
  await page.keyboard.press("End");
  await page.keyboard.type(more);
  await saved(page);
}

test("a copy is rewritten and sent back; its owner takes what fits under her own typing and declines the rest", async ({ signedIn }) => {
  const { page: orla } = await signedIn("administrator", { width: 390 });
  const { page: ben } = await signedIn("editor");
  const headline = `Copied ${Date.now()}`;
  const id = await story(orla, headline);

  await ben.goto(`/desk/articles/${id}`);
  await saved(ben);
  await ben.getByRole("link", { name: "Copies and proposals" }).click();
  await expectAccessible(ben);
  await ben.getByRole("button", { name: "Work on a copy" }).click();
  await saved(ben);
  await expect(ben.getByText("This is your copy")).toBeVisible();
  await expect(ben.getByRole("banner", { name: "Desk" }).getByRole("button", { name: "Publish" })).toHaveCount(0);
  await expect(ben.getByRole("tab", { name: /Notes/ })).toHaveCount(0);
  await ben.getByRole("textbox", { name: "Headline" }).fill(`${headline}, tighter`);
  await typeBehind(ben, "The boat leaves", " Perhaps.");
  await typeBehind(ben, "It rained", " So they say.");
  await expectAccessible(ben);

  // The story is as it was; its owner writes on, and sees that somebody has a copy.
  await orla.goto(`/desk/articles/${id}`);
  await saved(orla);
  await expect(orla.getByRole("textbox", { name: "Headline" })).toHaveValue(headline);
  await typeBehind(orla, "It rained", " And snowed.");
  await orla.getByRole("button", { name: "Story", exact: true }).click();
  await expect(orla.getByRole("region", { name: "Proposals" })).toContainText("works on a copy");
  await orla.getByRole("button", { name: "Close", exact: true }).click();

  await ben.getByRole("button", { name: "Send back…" }).click();
  await ben.getByRole("textbox", { name: "What you changed, and why" }).fill("Shorter, and doubtful");
  await expectAccessible(ben);
  await ben.getByRole("button", { name: "Send it back" }).click();
  await expect(ben.getByText("Waits for an answer")).toBeVisible();
  await ben.goto(`/desk/articles/${id}/copy`);
  await expect(ben.getByRole("heading", { name: "No copy in work" })).toBeVisible();

  // The owner reads it in another window of hers; the story stays open in the first.
  const reading = await orla.context().newPage();
  await reading.goto("/desk");
  expect(await reading.getByRole("navigation", { name: "Status" }).evaluate((tabs) => tabs.scrollLeft), "the tabs begin at their beginning").toBe(0);
  await reading.getByRole("listitem").filter({ hasText: headline }).getByRole("link", { name: "1 proposal waits" }).click();
  await reading.getByRole("link", { name: /^Proposal by/ }).click();
  await expect(reading.getByText("Shorter, and doubtful")).toBeVisible();
  const change = (name: RegExp) => reading.getByRole("article", { name });
  await expect(change(/Second paragraph/)).toContainText("The story was changed here meanwhile");
  await expect(change(/Second paragraph/)).toContainText("And snowed.");
  await expectAccessible(reading);
  expect(await reading.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await reading.getByRole("button", { name: "Take two that fit" }).click();
  await expect(reading.getByRole("status").filter({ hasText: "2 changes are in the story now. One change waits for an answer." })).toBeVisible();
  await expect(body(orla)).toContainText("The boat leaves Lower Quay at 23:40. Perhaps.");
  await expect(orla.getByRole("textbox", { name: "Headline" })).toHaveValue(`${headline}, tighter`);
  await expect(body(orla)).toContainText("It rained all night on the quay. And snowed.");
  await change(/Second paragraph/).getByRole("button", { name: "Decline" }).click();
  await expect(reading.getByText("Partly taken").first()).toBeVisible();
  await expect(body(orla)).not.toContainText("So they say.");

  await reading.goto(`/desk/articles/${id}/history`);
  await expect(reading.getByRole("navigation", { name: "Versions" })).toContainText(/took a proposal in “.*: the headline and the first paragraph”/);
  await ben.goto("/desk/proposals");
  await expect(ben.getByRole("list", { name: "Yours" }).getByRole("listitem").first()).toContainText("Partly taken");
  await expectAccessible(ben);

  // The small form of it: other words within a note, applied by a colleague.
  await ben.goto(`/desk/articles/${id}`);
  await saved(ben);
  await body(ben).getByText("Nobody slept.").click();
  await ben.keyboard.press("End");
  for (let letter = 0; letter < "slept.".length; letter++) await ben.keyboard.press("Shift+ArrowLeft");
  await expect(ben.getByRole("toolbar", { name: "Chosen text" }).getByRole("button", { name: "Suggest an edit" })).toBeVisible();
  await ben.keyboard.press("Control+Alt+Shift+X");
  const notes = (page: Page) => page.getByRole("region", { name: "Notes" });
  await expect(notes(ben).getByRole("checkbox", { name: "Suggest an edit" })).toBeChecked();
  await expect(notes(ben).getByRole("textbox", { name: "Instead of these words" })).toBeFocused();
  await ben.keyboard.type("went home.");
  await expectAccessible(ben);
  await ben.keyboard.press("Control+Enter");
  await expect(notes(ben).getByRole("article", { name: "Note on “slept.”" })).toContainText(/went home\..*Better so\?/s);
  await orla.getByRole("button", { name: "Story", exact: true }).click();
  await orla.getByRole("tab", { name: "Notes (1)" }).click();
  await notes(orla).getByRole("button", { name: "Apply" }).click();
  await expect(body(ben)).toContainText("Nobody went home.");
  await expect(notes(orla).getByRole("button", { name: "Apply" })).toHaveCount(0);
});
