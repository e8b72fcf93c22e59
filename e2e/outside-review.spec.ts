import { expect, expectAccessible, origin, test } from "./fixtures";

/* Somebody without an account reads one version by a link, says something and proposes other words; the newsroom sees who, and takes them. */

const line = (letter: string, text: string) => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });

test("a link from the newsroom shows one version under the reader’s name, without scripts, until it is ended", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("administrator");
  const headline = `Sent outside ${Date.now()}`;
  const content = { kicker: "", headline, standfirst: "", dateline: "", slug: "", sectionId: null, language: "en", tags: [], bylines: [], lead: null, body: { type: "doc", content: [line("a", "The ferry leaves at 23:40."), line("b", "Nobody slept.")] } };
  const begun = await page.request.post("/api/v1/articles", { headers: { Origin: origin }, data: { content } });
  const { id } = ((await begun.json()) as { value: { id: string } }).value;

  await page.goto(`/desk/articles/${id}/proposals`);
  await page.getByRole("link", { name: "Readers from outside" }).click();
  await expectAccessible(page);
  const form = page.getByRole("form", { name: "Make a link for somebody outside" });
  await form.getByRole("textbox", { name: "For whom" }).fill("Dr Meyer");
  await form.getByRole("textbox", { name: "What you ask of them" }).fill("Is the timetable right?");
  await form.getByRole("button", { name: "Make a link" }).click();
  const link = await form.getByRole("textbox", { name: "Link to pass on" }).inputValue();
  const address = new URL(link).pathname;

  const { context: outside, page: reader } = await visitor({ javaScript: false });
  const first = await reader.goto(address);
  expect(first?.headers()).toMatchObject({ "referrer-policy": "no-referrer", "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" });
  expect(await reader.content()).not.toMatch(/23:40|<script/);
  await reader.getByRole("textbox", { name: "Your name" }).fill("Ute Meyer");
  await reader.getByRole("button", { name: "Open the story" }).click();
  await expect(reader.getByRole("heading", { name: headline })).toBeVisible();
  await expect(reader.getByText("Shown to Ute Meyer alone")).toBeVisible();
  expect(new URL(reader.url()).pathname).toBe(address);
  const place = reader.locator("#at-block-0");
  await place.getByText("Remark on this").click();
  await place.getByRole("button", { name: "Send to the newsroom" }).click();
  await expect(reader.getByRole("alert")).toContainText("Write a remark, or change the words.");
  await place.getByRole("textbox", { name: "Your remark" }).fill("New timetable");
  await place.getByRole("textbox", { name: "Other words" }).fill("The ferry leaves at 23:45.");
  await place.getByRole("button", { name: "Send to the newsroom" }).click();
  await expect(reader.getByRole("status")).toContainText("Thank you");
  await expect(place.getByRole("list", { name: "What you have said" })).toContainText("The ferry leaves at 23:45.");

  // The place stays open for whoever has just said something of it.
  await place.getByRole("textbox", { name: "Other words" }).fill("The ferry leaves at 23:50.");
  await place.getByRole("button", { name: "Send to the newsroom" }).click();
  await expect(place.getByRole("list", { name: "What you have said" })).toContainText("23:50");

  // With scripts the page is the same; here it is looked at by the checker.
  const { context: scripted, page: withScripts } = await visitor({ width: 320 });
  await scripted.addCookies(await outside.cookies());
  await withScripts.goto(address);
  await expectAccessible(withScripts);
  expect(await withScripts.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.reload();
  await expect(page.getByRole("list", { name: "Who opened it" })).toContainText("Ute Meyer opened it");
  const remarks = page.getByRole("article", { name: "Remark of Ute Meyer on the first paragraph" });
  const remark = remarks.filter({ hasText: "New timetable" });
  await expect(remark).toContainText("New timetable");
  await expectAccessible(page);
  await remark.getByRole("button", { name: "Take the words" }).click();
  await expect(remark).toContainText("Taken by");
  const overtaken = remarks.filter({ hasNotText: "New timetable" });
  await expect(overtaken.getByRole("insertion").first()).toContainText("50");
  await expect(overtaken.getByRole("group").filter({ hasText: "What became of it in the story meanwhile" }).getByRole("insertion")).toContainText("45");
  await expect(overtaken.getByRole("button", { name: "Take the words anyway" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/desk/articles/${id}`);
  await expect(page.getByRole("textbox", { name: "Article body" })).toContainText("The ferry leaves at 23:45.");

  await page.goto(`/desk/articles/${id}/reviews`);
  await page.getByRole("button", { name: "End this link" }).click();
  await expect(page.getByRole("article", { name: "Link for Dr Meyer" })).toContainText("ended by");
  expect((await reader.goto(address))?.status()).toBe(404);
  await expect(reader.getByRole("heading", { name: "This link does not lead anywhere" })).toBeVisible();
  expect(await reader.content()).not.toContain(headline);
});
