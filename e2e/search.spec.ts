import { expect, expectAccessible, test } from "./fixtures";

test("without JavaScript: other forms, a phrase, a slip, facets and what is left of nothing", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false, width: 390 });
  await page.goto("/search");
  await expect(page.getByText("by any word in it")).toBeVisible();
  const box = page.getByRole("searchbox", { name: "Search the paper" });
  await box.fill("ferries");
  await box.press("Enter");
  await expect(page.getByRole("status")).toContainText(/\d+ stories for “ferries”/);
  await expect(page.locator("mark", { hasText: /^ferry$/i }).first()).toBeVisible();
  const facets = page.getByRole("navigation", { name: "Narrow the search" });
  const section = facets.getByRole("link").first();
  const count = Number((await section.locator("span").first().textContent())?.trim());
  await section.click();
  await expect(page).toHaveURL(/[?&]section=/);
  await expect(page.getByRole("status")).toContainText(count === 1 ? "1 story" : `${count} stories`);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(count);
  await facets.getByRole("link", { name: "take back" }).click();
  await expect(page).not.toHaveURL(/section=/);
  await facets.getByLabel("To").fill("1999-12-31");
  await facets.getByRole("button", { name: "Between these days" }).click();
  await expect(page.getByText("Nothing is left.")).toBeVisible();
  await facets.getByRole("link", { name: "Any day" }).click();
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();

  await page.goto("/search?q=feryr");
  await expect(page.getByRole("status")).toContainText("Nothing found for “feryr”");
  await expect(page.getByRole("status").getByRole("link", { name: "ferry" })).toHaveAttribute("href", "/search?q=ferry");
  await expect(page.locator("mark", { hasText: /^ferry/i }).first()).toBeVisible();
  await page.goto(`/search?q=${encodeURIComponent('"ferry the of"')}`);
  await expect(page.getByText("Words in quotation marks are found only as they stand.")).toBeVisible();
});

test("every state holds at 320 pixels in the dark; suggestions are walked by keyboard, close, and lead to the story", async ({ visitor }) => {
  const { page } = await visitor({ width: 320, scheme: "dark" });
  for (const state of ["/search?q=feryr", "/search?q=ferry&from=2001-01-01", "/search?q=zzzzzz", "/search"]) {
    await page.goto(state);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), state).toBeLessThanOrEqual(0);
  }
  const box = page.getByRole("combobox", { name: "Search the paper" });
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await box.pressSequentially("boat ho");
  await expect(options.first()).toContainText("last boat");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await box.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id")) ?? "");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await box.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue("boat ho");
  await box.press("m");
  await expect(options.first()).toBeVisible();
  await box.press("ArrowDown");
  const path = (await options.first().getAttribute("data-path")) ?? "nowhere";
  await box.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
});
