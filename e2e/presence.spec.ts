import { expect, expectAccessible, join, newStory, publish, saved, test, writeStory } from "./fixtures";

/* Who is in a story: followed through the text in the editor, and shown to staff on the front. */

test("a colleague is followed through a long story until one’s own key, and staff see on the front who is in it", async ({ signedIn, visitor }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  const headline = `Followed ${Date.now()}`;
  await writeStory(orla, headline);
  const text = (page: typeof orla) => page.getByRole("textbox", { name: "Article body" });
  await text(orla).press("Control+End");
  for (let line = 0; line < 40; line++) {
    await orla.keyboard.press("Enter");
    await orla.keyboard.insertText(`Line ${line} of many.`);
  }
  await saved(orla);
  await publish(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  const here = wim.getByRole("list", { name: "In this story" }).getByRole("button");
  await here.click();
  await expect(here).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(wim);
  await text(orla).getByText("Line 39 of many.").click();
  await expect(text(wim).getByText("Line 39 of many.")).toBeInViewport();
  await orla.getByRole("textbox", { name: "Headline", exact: true }).click();
  await expect(wim.getByRole("textbox", { name: "Headline", exact: true })).toBeInViewport();
  await text(wim).press("Shift");
  await expect(here).toHaveAttribute("aria-pressed", "true");
  await wim.keyboard.press("ArrowDown");
  await expect(here).toHaveAttribute("aria-pressed", "false");
  await expect(wim.getByRole("status").filter({ hasText: "No longer following" })).toHaveCount(1);

  await wim.goto("/");
  const card = wim.getByRole("heading", { name: headline }).first();
  await expect(card).toBeVisible();
  await expect(wim.locator(".who-is-in").first()).toContainText("in this story");
  await expectAccessible(wim);
  const { page: reader } = await visitor();
  await reader.goto("/");
  await expect(reader.locator(".who-is-in")).toHaveCount(0);
  expect((await reader.request.get("/api/v1/presence?by=address")).status()).toBe(404);
});
