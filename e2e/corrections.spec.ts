import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

/* A correction stands in the text: for readers, and for whoever writes on. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

test("a correction comes into the text under a live typist, is told to readers once, and cannot be changed or deleted by hand", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const note = `The boat leaves at 23:40, not at ${Date.now()}.`;
  await writeStory(page, `Corrected ${Date.now()}`);
  const path = await publish(page);
  const { page: ines } = await signedIn("editor");
  await ines.goto(page.url());
  await saved(ines);
  await body(ines).press("ControlOrMeta+End");
  await ines.keyboard.type(" It is");

  await expect(body(page)).toContainText("It is");
  await page.getByRole("textbox", { name: "What was wrong, for readers" }).fill(note);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(page.getByText("Corrected.")).toBeInViewport();
  const standing = ines.getByRole("group", { name: "Correction: as it is on record" });
  await expect(standing).toContainText(note);
  await ines.keyboard.type(" full.");
  await expect(body(ines)).toContainText("The boat leaves at 23:40. It is full.");

  const told = ines.getByText("A published correction stays as it is");
  // The first press chooses the block behind the caret, the second would delete it.
  await ines.keyboard.press("Delete");
  await ines.keyboard.press("Delete");
  await expect(told).toBeVisible();
  await expect(standing).toContainText(note);
  // Moved it may be: beside what it corrects.
  await ines.keyboard.press("Alt+Shift+ArrowUp");
  await expect(body(ines).locator("> *").first()).toContainText(note);
  await body(ines).press("ControlOrMeta+a");
  await ines.keyboard.press("Backspace");
  await expect(standing).toContainText(note);
  await expect(body(ines)).toContainText("It is full.");
  await expectAccessible(ines);
  await saved(ines);

  const { page: reader } = await visitor({ width: 390 });
  await reader.goto(path);
  await expect(reader.locator(".prose .correction")).toContainText(`Correction, `);
  await expect(reader.getByText(note)).toHaveCount(1);
  await expectAccessible(reader);
  const news = await reader.locator('script[type="application/ld+json"]').first().textContent();
  expect(JSON.parse(news ?? "").correction).toMatchObject([{ "@type": "CorrectionComment", text: note }]);
  const feed = await (await reader.request.get("/feeds/town/feed.json")).text();
  expect(feed.split(note)).toHaveLength(2);
});
