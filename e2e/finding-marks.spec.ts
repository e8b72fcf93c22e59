import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test, writeStory } from "./fixtures";

/* What the checks say of a block stands beside the block too, and leads to them. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const mark = (page: Page, what: string | RegExp) => page.getByRole("button", { name: what });
const beside = async (page: Page, text: string, sign: ReturnType<typeof mark>) => {
  const [line, at] = await Promise.all([body(page).locator("p", { hasText: text }).boundingBox(), sign.boundingBox()]);
  return Math.abs((line?.y ?? 0) - (at?.y ?? 1000));
};

for (const touch of [false, true])
  test(`a block with something to look at says so in its margin${touch ? ", on a phone too" : ""}`, async ({ signedIn }) => {
    const { page } = await signedIn("editor", touch ? { touch, scheme: "dark" } : {});
    await newStory(page);
    // Of a story that nobody has begun to write, nothing is complained of.
    const counted = page.getByRole("contentinfo", { name: "Counts" }).getByRole("button", { name: /^(?:Must|Should) / });
    await expect(counted).toHaveCount(0);
    if (touch) {
      await page.getByRole("textbox", { name: "Headline" }).fill(`Marked ${Date.now()}`);
      await body(page).click();
      await page.keyboard.type("The boat leaves at TK.");
    } else await writeStory(page, `Marked ${Date.now()}`, "The boat leaves at TK.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("And comes back.");
    const sign = mark(page, /^1 thing to look at: .*TK/);
    await expect(sign).toBeVisible();
    expect(await beside(page, "The boat leaves", sign)).toBeLessThan(8);
    await expectAccessible(page);
    // It goes along when lines are written above it, before the checks are asked again.
    await body(page).press("ControlOrMeta+Home");
    await page.keyboard.type("A line above.");
    await page.keyboard.press("Enter");
    await expect.poll(() => beside(page, "The boat leaves", sign)).toBeLessThan(8);
    if (touch) await sign.tap();
    else await sign.click();
    await expect(page.getByRole("region", { name: "Checks" }).getByRole("button", { name: /^Show: .*TK/ })).toBeFocused();
    // The foot and the checks call what they count alike.
    await expect(counted.first()).toHaveText((await page.getByRole("region", { name: "Checks" }).getByRole("heading").first().textContent()) ?? "");
    if (touch) return;
    // By keyboard the block's menu leads there.
    await body(page).getByText("The boat leaves").click();
    await page.keyboard.press("Alt+Enter");
    await page.getByRole("menuitem", { name: "1 thing to look at" }).press("Enter");
    await expect(page.getByRole("region", { name: "Checks" }).getByRole("button", { name: /^Show: .*TK/ })).toBeFocused();
    await page.getByRole("button", { name: /^Show: .*TK/ }).press("Enter");
    await page.keyboard.type("23:40");
    await expect(sign).toHaveCount(0);
    await saved(page);
  });
