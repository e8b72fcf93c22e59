import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test, writeStory } from "./fixtures";

/* Versions are named when they are kept, and afterwards: once more, otherwise, or not any longer. */

const versions = (page: Page) => page.getByRole("navigation", { name: "Versions" });
const naming = (page: Page) => page.getByRole("form", { name: "Name of version 1" });
const name = (page: Page) => naming(page).getByRole("textbox", { name: "Name of this version" });

async function keep(page: Page, words: string) {
  await page.getByRole("textbox", { name: "Name of this version" }).fill(words);
  await page.keyboard.press("Enter");
}

test("a version is named when it is kept, renamed by keyboard in the history, and without script too", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const story = await newStory(page);
  await writeStory(page, `Named ${Date.now()}`);
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByText("Kept as version 1.")).toBeVisible();
  await keep(page, "Before the lawyers");
  await expect(page.getByText("Nothing changed since version 1: it is now called “Before the lawyers”.")).toBeVisible();
  await keep(page, "After them");
  await expect(page.getByText("it is now called “After them”, and was “Before the lawyers”.")).toBeVisible();

  await page.goto(`/desk/articles/${story}/history`);
  await expect(page.getByRole("heading", { level: 1, name: /^History: Named \d+$/ })).toBeVisible();
  await expect(versions(page).getByRole("link")).toHaveCount(1);
  await expect(versions(page)).toContainText("“After them”");
  await expect(name(page)).toHaveValue("After them");
  await expectAccessible(page);
  await name(page).fill("For the desk");
  await page.keyboard.press("Enter");
  await expect(naming(page).getByRole("status")).toHaveText("Version 1 is called “For the desk”.");
  await expect(versions(page)).toContainText("“For the desk”");
  await naming(page).getByRole("button", { name: "Take the name away" }).press("Enter");
  await expect(naming(page).getByRole("status")).toHaveText("Version 1 has no name.");
  await expect(versions(page)).not.toContainText("“");
  await expect(name(page)).toHaveValue("");

  const { page: bare } = await signedIn("editor", { javaScript: false, width: 390, scheme: "dark" });
  await bare.goto(`/desk/articles/${story}/history`);
  await name(bare).fill("Without script");
  await naming(bare).getByRole("button", { name: "Name it" }).click();
  await expect(versions(bare)).toContainText("“Without script”");
  await expect(naming(bare).getByRole("status")).toHaveText("Version 1 is called “Without script”.");
});

test("whoever is slower is told the other's name, keeps her own words and may insist", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const story = await newStory(page);
  await writeStory(page, `Named by two ${Date.now()}`);
  await saved(page);
  await keep(page, "First");
  await expect(page.getByText("Kept as version 1, “First”.")).toBeVisible();
  const { page: other } = await signedIn("administrator");
  for (const one of [page, other]) await one.goto(`/desk/articles/${story}/history`);
  await name(other).fill("Faster");
  await naming(other).getByRole("button", { name: "Rename" }).click();
  await expect(naming(other).getByRole("status")).toBeVisible();
  await name(page).fill("Slower");
  await naming(page).getByRole("button", { name: "Rename" }).click();
  await expect(naming(page).getByRole("alert")).toContainText("named this version “Faster” meanwhile. Nothing was changed.");
  await expect(versions(page)).toContainText("“Faster”");
  await expect(name(page)).toHaveValue("Slower");
  await naming(page).getByRole("button", { name: "Rename" }).click();
  await expect(versions(page)).toContainText("“Slower”");
});
