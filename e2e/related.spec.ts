import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

test("an editor chooses by keyboard what a story leads to, orders it, takes it back, and readers see it at once", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Led on ${Date.now()}`);
  const path = await publish(page);
  await page.getByRole("tab", { name: "Story" }).click();
  await page.getByRole("button", { name: "Choose related stories" }).press("Enter");
  const list = page.getByRole("group", { name: "Related stories" });
  await expect(list).toBeFocused();
  for (const [typed, headline] of [["comet", "The comet that was hiding in a spreadsheet"], ["cello", "A cello left on the ferry comes home with a new bridge"]] as const) {
    await list.getByRole("button", { name: "Add a related story" }).press("Enter");
    await page.keyboard.type(typed);
    await expect(list.getByRole("option", { name: headline })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(list.getByRole("listitem").filter({ hasText: headline })).toBeVisible();
    await expect(list.getByRole("status").last()).toHaveText("Added.");
  }
  await list.getByRole("button", { name: /^Move A cello .* up$/ }).press("Enter");
  await expect(list.getByRole("listitem").first()).toContainText("A cello");
  await expect(list.getByRole("status").last()).toHaveText("Moved to place 1.");
  await expect(list, "its button cannot be pressed any more").toBeFocused();
  await expectAccessible(page);
  const { page: reader } = await visitor({ width: 390 });
  const proposed = reader.getByRole("region", { name: "Read on" }).getByRole("heading", { level: 3 });
  await reader.goto(path);
  await expect(proposed.first()).toContainText("A cello");
  await expect(proposed.nth(1)).toContainText("The comet");
  await expectAccessible(reader);
  await list.getByRole("button", { name: /^Take out A cello/ }).press("Enter");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list, "its button went with it").toBeFocused();
  await list.getByRole("button", { name: "Undo the last change" }).press("Enter");
  await expect(list.getByRole("listitem").first()).toContainText("A cello");
  await expect(list, "its button went with it").toBeFocused();

  // A colleague was faster, and this tab did not hear of it.
  const { page: colleague } = await signedIn("administrator");
  await colleague.goto(page.url());
  await saved(colleague);
  await colleague.getByRole("tab", { name: "Story" }).click();
  await colleague.getByRole("button", { name: "Related stories (2)" }).press("Enter");
  const deaf = "**/api/v1/articles/*/state";
  await page.route(deaf, (route) => route.abort());
  const theirs = colleague.getByRole("group", { name: "Related stories" });
  await theirs.getByRole("button", { name: /^Take out The comet/ }).press("Enter");
  await expect(theirs.getByRole("status").last()).toHaveText("Taken out.");
  await list.getByRole("button", { name: /^Take out A cello/ }).press("Enter");
  await expect(list.getByRole("alert")).toContainText("chose others meanwhile");
  await page.unroute(deaf);
  await list.getByRole("button", { name: "Put yours in their place" }).press("Enter");
  await expect(list.getByRole("status").last()).toHaveText("Yours stand now.");
  await expect(list, "its button went with it").toBeFocused();
  await expect(theirs.getByRole("listitem")).toHaveText([/The comet/]);
  await saved(page);
});
