import type { Page } from "@playwright/test";
import { expect, newStory, saved, test } from "./fixtures";

/* Closing the tab: asked about where something would be lost, and nowhere else. */

/** Closes the tab as a person does; gives back what the browser asks, if it does. */
async function asks(page: Page): Promise<boolean> {
  const answer = Promise.race([
    page.waitForEvent("dialog").then(async (dialog) => {
      expect(dialog.type()).toBe("beforeunload");
      await dialog.dismiss();
      return true;
    }),
    page.waitForEvent("close").then(() => false),
  ]);
  await page.close({ runBeforeUnload: true });
  return answer;
}

test("whoever closes the story while a picture is on its way, or words are not saved, is asked", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  await newStory(page);
  const body = page.getByRole("textbox", { name: "Article body" });
  await body.click();
  // It is held on its way, until it is cancelled.
  await page.route("**/api/v1/media", () => undefined);
  await page.getByLabel("Lead picture file").setInputFiles("lib/imports/demo/pictures/lighthouse.avif");
  await expect(page.getByRole("button", { name: "Cancel upload" })).toBeVisible();
  expect(await asks(page), "a picture is on its way").toBe(true);
  await page.getByRole("button", { name: "Cancel upload" }).click();

  await context.setOffline(true);
  await body.click();
  await page.keyboard.type("The line is down.");
  await expect(page.getByRole("status").filter({ hasText: /^(Not connected: keep this tab open|Offline: [\d,]+ changes? kept on this device)$/ })).toBeVisible();
  expect(await asks(page), "words were not sent").toBe(true);
  await context.setOffline(false);
  await saved(page);
  await expect(page.getByRole("button", { name: "Cancel upload" })).toHaveCount(0);
  expect(await asks(page), "everything is safe").toBe(false);
});
