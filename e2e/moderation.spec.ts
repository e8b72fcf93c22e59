import type { Page } from "@playwright/test";
import { expect, expectAccessible, loginOf, test } from "./fixtures";

/** The keys of the queue answer only once the page's script has come; `k` alone decides nothing. */
async function keysAnswer(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(page.getByRole("article").first()).toBeFocused({ timeout: 500 });
  }).toPass();
}

/** Signs in without JavaScript and opens the queue. */
async function openQueue(page: Page, who: string): Promise<void> {
  const { email, password } = loginOf(who);
  await page.goto("/sign-in?next=/desk/comments");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Comments" })).toBeVisible();
}

for (const javaScript of [true, false]) {
  test(`two moderators ${javaScript ? "side by side" : "without JavaScript"}: the slower one reads who was faster, and the sentence stays though the card is gone`, async ({ visitor }) => {
    const { page: maud } = await visitor({ javaScript });
    const { page: orla } = await visitor({ javaScript });
    await openQueue(maud, "moderator");
    await openQueue(orla, "editor");
    // Each run takes a card of its own from the demo's queue.
    const place = javaScript ? 0 : 1;
    const said = (await maud.getByRole("article").nth(place).locator(".said").textContent()) ?? "";
    const name = (await maud.getByRole("article").nth(place).getByRole("heading").textContent())?.trim() ?? "";
    const card = (page: Page) => page.getByRole("article").filter({ hasText: said });
    await card(maud).getByRole("button", { name: "Approve" }).click();
    await expect(maud.getByRole("status").filter({ hasText: `${name}: Approved.` })).toBeVisible();
    await expect(card(maud)).toHaveCount(0);

    await card(orla).getByRole("button", { name: "Spam" }).click();
    await expect(card(orla)).toHaveCount(0);
    await expect(orla.getByRole("alert").filter({ hasText: new RegExp(`${name}: Maud Pettersen approved this \\d+ s ago\\.`) })).toBeVisible();
    if (javaScript) await expectAccessible(orla);

    await maud.getByRole("button", { name: new RegExp(`Undo: ${name}`) }).first().click();
    await expect(maud.getByRole("status").filter({ hasText: `${name}: Taken back.` })).toBeVisible();
    await expect(card(maud)).toHaveCount(1);
  });
}

test("the approved comments of the demo paper are paged to the last one and back", async ({ signedIn }) => {
  const { page } = await signedIn("moderator");
  await page.goto("/desk/comments?queue=approved");
  const first = await page.getByRole("article").first().textContent();
  let seen = await page.getByRole("article").count();
  expect(seen).toBe(40);
  const next = page.getByRole("link", { name: "Next page" });
  let pages = 1;
  for (; (await next.count()) > 0; pages++) {
    expect(await next.getAttribute("rel")).toBe("next");
    const address = (await next.getAttribute("href")) ?? "";
    await page.goto(address);
    seen += await page.getByRole("article").count();
  }
  expect(seen).toBeGreaterThan(120);
  for (let back = pages; back > 1; back--) await page.goto((await page.getByRole("link", { name: "Previous page" }).getAttribute("href")) ?? "");
  expect(await page.getByRole("article").first().textContent()).toBe(first);
  await expect(page.getByRole("link", { name: "Previous page" })).toHaveCount(0);
});

test("a key decides the highlighted comment alone and once, and the next one is highlighted; z highlights what came back", async ({ signedIn }) => {
  const { page } = await signedIn("moderator");
  await page.goto("/desk/comments");
  const cards = page.getByRole("article");
  const first = cards.nth(0);
  const identity = (place: number) => cards.nth(place).getAttribute("data-comment");
  await keysAnswer(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());

  const [before, decided, next] = [await cards.count(), await identity(0), await identity(1)];
  await page.keyboard.press("a");
  await expect(first).toBeFocused();
  expect(await identity(0)).toBe(decided);
  await page.keyboard.press("k");
  await page.keyboard.press("s");
  await page.keyboard.press("s");
  await expect(page.getByRole("status").filter({ hasText: "Marked as spam." })).toBeVisible();
  await expect(page.locator(`[data-comment="${next}"]`)).toBeFocused();
  await expect(cards).toHaveCount(before - 1);
  await expect(page.getByRole("list", { name: "Just decided" }).getByText(": spam")).toHaveCount(1);

  await page.keyboard.press("z");
  await expect(page.locator(`article[data-comment="${decided}"]`)).toBeFocused();
  await expect(cards).toHaveCount(before);
});

test("a comment is rejected for a reason that somebody chose: Reject alone says so, r asks and a number answers", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("moderator");
  await page.goto("/desk/comments");
  await keysAnswer(page);
  const id = await page.getByRole("article").first().getAttribute("data-comment");
  const card = page.locator(`article[data-comment="${id}"]`);
  const reason = card.getByRole("combobox", { name: /^Reason to reject/ });
  await expect(reason).toHaveValue("");
  await card.getByRole("button", { name: "Reject" }).click();
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription("Choose a reason to reject it.");
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await expect(card).toBeFocused();
  await page.keyboard.press("r");
  await expect(reason).toBeFocused();
  await page.keyboard.press("1");
  await expect(page.getByRole("status").filter({ hasText: "Rejected." })).toBeVisible();
  await page.goto("/desk/comments?queue=rejected");
  await expect(card).toContainText(": abuse");
  await page.goto("/desk/comments");
  await page.getByRole("list", { name: "Just decided" }).getByRole("button").first().click();
  await expect(card).toHaveCount(1);

  const { page: plain } = await visitor({ javaScript: false });
  await openQueue(plain, "moderator");
  await plain.locator(`article[data-comment="${id}"]`).getByRole("button", { name: "Reject" }).click();
  await expect(plain.locator(`article[data-comment="${id}"] select:invalid`)).toBeFocused();
});
