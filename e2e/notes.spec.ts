import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

/* Two people, a note each: one stops the story, one loses its place and gets it back; by keyboard, and readers get no byte of either. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const notes = (page: Page) => page.getByRole("region", { name: "Notes" });
const note = (page: Page, words: string) => notes(page).getByRole("article", { name: `Note on “${words}”` });

/** Chooses the last letters before the caret by keys. */
async function chooseBack(page: Page, letters: number): Promise<void> {
  for (let letter = 0; letter < letters; letter++) await page.keyboard.press("Shift+ArrowLeft");
}

/** Writes a note on what is chosen, wholly by keys or from the menu over it. */
async function addNote(page: Page, words: string, more: { blocking?: boolean; by?: "menu"; /** On words of one piece other words may be suggested first. */ isSuggestible?: boolean } = {}): Promise<void> {
  if (more.by === "menu") await page.getByRole("toolbar", { name: "Chosen text" }).getByRole("button", { name: "Note" }).click();
  else await page.keyboard.press("Control+Alt+Shift+M");
  await expect(notes(page).getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.type(words);
  if (more.blocking) {
    const blocks = notes(page).getByRole("checkbox", { name: "Blocks publishing" });
    await expect(notes(page).getByRole("checkbox", { name: "Suggest an edit" })).toHaveCount(more.isSuggestible ? 1 : 0);
    if (more.isSuggestible) await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(blocks).toBeFocused();
    await page.keyboard.press("Space");
    await notes(page).getByRole("textbox", { name: "Note" }).focus();
  }
  await page.keyboard.press("Control+Enter");
}

test("two people write notes on a story; a blocking one stops it, one finds its words again, and readers get none of it", async ({ signedIn, visitor }) => {
  const { page: orla } = await signedIn("editor");
  const { page: wim } = await signedIn("administrator", { width: 390 });
  const id = await newStory(orla);
  const headline = `Noted ${Date.now()}`;
  await writeStory(orla, headline, "Nobody counted the passengers. The boat leaves at 23:40");
  await wim.goto(`/desk/articles/${id}`);
  await saved(wim);

  await body(orla).click();
  await orla.keyboard.press("Control+End");
  await chooseBack(orla, "23:40".length);
  await addNote(orla, "PLANTED-ONE says who?", { blocking: true, by: "menu", isSuggestible: true });
  await expect(note(orla, "23:40")).toBeFocused();
  await expect(body(orla).locator("mark.note.stops")).toHaveText("23:40");
  await expect(orla.getByRole("tab", { name: "Notes (1)" })).toBeVisible();

  // Her colleague has it without reloading; on a phone the panel lies over the text.
  await wim.getByRole("button", { name: "Story", exact: true }).click();
  await wim.getByRole("tab", { name: "Notes (1)" }).click();
  await note(wim, "23:40").getByRole("button", { name: "Answer" }).click();
  await wim.keyboard.type("PLANTED-TWO the timetable.");
  await wim.keyboard.press("Control+Enter");
  await expect(note(orla, "23:40")).toContainText("PLANTED-TWO the timetable.");
  await expect(orla.getByRole("status").filter({ hasText: /wrote in the notes/ })).toHaveCount(1);
  await expectAccessible(wim);
  expect(await wim.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await wim.getByRole("button", { name: "Close", exact: true }).click();
  await body(wim).click();
  await wim.keyboard.press("Control+Home");
  for (let letter = 0; letter < "Nobody".length; letter++) await wim.keyboard.press("Shift+ArrowRight");
  await addNote(wim, "PLANTED-THREE somebody did.");
  await expect(note(wim, "Nobody")).toBeVisible();

  // In the order of the text, and from one to the next by key.
  await expect(notes(orla).getByRole("article")).toHaveCount(2);
  await expect(notes(orla).getByRole("article").first()).toContainText("PLANTED-THREE");
  await body(orla).click();
  await orla.keyboard.press("Control+Home");
  await orla.keyboard.press("Alt+ArrowDown");
  await expect(body(orla).locator("mark.note.here")).toHaveText("23:40");
  await orla.keyboard.press("Alt+ArrowUp");
  await expect(body(orla).locator("mark.note.here")).toHaveText("Nobody");
  await expect(body(orla)).toBeFocused();
  await expect(body(orla).locator("..").getByRole("button", { name: "2 notes, blocking" })).toBeVisible();
  await expectAccessible(orla);

  // It stops the story until it is resolved.
  await orla.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = orla.getByRole("dialog", { name: "Publish story" });
  await expect(panel.getByText(/A note of .* stops publishing/).first()).toBeVisible();
  await panel.getByRole("button", { name: "Close" }).first().click();
  await orla.getByRole("tab", { name: "Notes (2)" }).click();
  await note(orla, "23:40").getByRole("button", { name: "Resolve" }).click();
  await expect(notes(orla).getByRole("article")).toHaveCount(1);
  await expect(body(orla).locator("mark.note.stops")).toHaveCount(0);
  // Cut and pasted the words keep their note; deleted they leave it, and get it back where they stand again.
  await body(orla).click();
  await orla.keyboard.press("Control+Home");
  for (let letter = 0; letter < "Nobody".length; letter++) await orla.keyboard.press("Shift+ArrowRight");
  await orla.keyboard.press("Control+X");
  await expect(notes(orla).getByRole("heading", { name: "Lost their place (1)" })).toBeVisible();
  await orla.keyboard.press("Control+V");
  await expect(body(orla).locator("mark.note")).toHaveText("Nobody");
  await orla.keyboard.press("Control+Home");
  for (let letter = 0; letter < "Nobody".length; letter++) await orla.keyboard.press("Shift+ArrowRight");
  await orla.keyboard.type("Nobody");
  await expect(notes(orla).getByRole("heading", { name: "Lost their place (1)" })).toBeVisible();
  await saved(orla);
  await note(orla, "Nobody").getByRole("button", { name: "Find its words" }).click();
  await expect(body(orla).locator("mark.note")).toHaveText("Nobody");
  await expect(notes(orla).getByRole("heading", { name: /Lost/ })).toBeHidden();

  const thread = ((await note(orla, "Nobody").getAttribute("id")) ?? "").slice("note-".length);
  expect(thread).toMatch(/^[0-9a-f-]{36}$/);
  const path = await publish(orla);
  const { page: reader } = await visitor();
  const addresses = [path, "/", "/town", "/archive", `/search?q=${encodeURIComponent(headline)}`, "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/sitemap.xml", "/sitemap-news.xml", `/oembed?url=${encodeURIComponent(origin + path)}`, `/oembed${path}`];
  for (const address of addresses) {
    const answer = await reader.request.get(address);
    const text = await answer.text();
    for (const planted of ["PLANTED-", "data-note", thread]) expect(text.includes(planted), `${planted} in ${address}`).toBe(false);
  }
  expect(await (await reader.request.get(path)).text()).toContain("Nobody");
  expect((await reader.request.get(`/api/v1/articles/${id}/notes`)).status()).toBe(404);
  for (const address of [`/desk/articles/${id}/preview`, `/desk/articles/${id}/preview?bare=1`]) expect(await (await orla.request.get(address)).text(), address).not.toMatch(/PLANTED-|data-note/);
});
