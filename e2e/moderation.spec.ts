import type { Page } from "@playwright/test";
import { expect, expectAccessible, loginOf, newStory, origin, publish, test, writeStory } from "./fixtures";

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

test("two moderators side by side: the slower one sees that the other looks, then reads on the card who was faster, and it stays until she has read it", async ({ visitor }) => {
  const { page: maud } = await visitor();
  const { page: orla } = await visitor();
  await openQueue(maud, "moderator");
  await openQueue(orla, "editor");
  const said = (await maud.getByRole("article").nth(0).locator(".said").textContent()) ?? "";
  const name = (await maud.getByRole("article").nth(0).getByRole("heading").textContent())?.trim() ?? "";
  const card = (page: Page) => page.getByRole("article").filter({ hasText: said });
  await expect(maud.getByRole("region", { name: "Conversation" }).getByRole("listitem").filter({ hasText: said.slice(0, 40) })).toHaveAttribute("aria-current", "true");
  // Colleagues' looks are asked for every twenty seconds, and when the page is seen again.
  await expect(async () => {
    await orla.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(card(orla).getByText("Maud Pettersen is looking")).toBeVisible({ timeout: 1000 });
  }).toPass();

  await card(maud).getByRole("button", { name: "Approve" }).click();
  await expect(maud.getByRole("status").filter({ hasText: `${name}: Approved.` })).toBeVisible();
  await expect(card(maud)).toHaveCount(0);
  await expect(maud.getByRole("article").first()).toBeFocused();
  await expect(maud.getByRole("button", { name: "Undo", exact: true })).toBeVisible();

  await card(orla).getByRole("button", { name: "Spam" }).click();
  await expect(card(orla).getByRole("alert")).toHaveText(/^Maud Pettersen approved this \d+ (s|min) ago\.$/);
  await expectAccessible(orla);
  await orla.getByRole("button", { name: "Show it as it stands now" }).click();
  await expect(card(orla)).toHaveCount(0);

  await maud.getByRole("button", { name: new RegExp(`Undo: ${name}`) }).first().click();
  await expect(maud.getByRole("status").filter({ hasText: `${name}: Taken back.` })).toBeVisible();
  await expect(card(maud)).toBeFocused();

  // Under the story itself, too: whoever moderates decides there, and nobody else sees how.
  await maud.goto("/desk/comments?queue=approved");
  const story = (await maud.getByRole("article").filter({ hasText: "guest" }).first().locator(".in a").first().getAttribute("href")) ?? "";
  const { page: reader } = await visitor();
  for (const page of [reader, maud]) {
    await page.goto(story);
    await page.getByRole("heading", { name: "Leave a Comment" }).scrollIntoViewIfNeeded();
    await expect(page.getByRole("button", { name: /^More about the comment by/ }).first()).toBeVisible();
  }
  await expect(reader.getByRole("button", { name: /^Moderate the comment by/ })).toHaveCount(0);
  const under = maud.locator("article.comment").first();
  await under.getByRole("button", { name: /^Moderate the comment by/ }).click();
  await expectAccessible(maud);
  await under.getByRole("button", { name: "Hide" }).click();
  await maud.getByRole("status").filter({ hasText: "Hidden." }).getByRole("button", { name: "Undo" }).click();
  await expect(maud.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible();
});

test("without JavaScript: the slower one reads who was faster, several are decided by their boxes and taken back in one step, and nothing is rejected without a reason", async ({ visitor }) => {
  const { page: maud } = await visitor({ javaScript: false });
  const { page: orla } = await visitor({ javaScript: false });
  await openQueue(maud, "moderator");
  await openQueue(orla, "editor");
  const texts = await maud.getByRole("article").locator(".said").allTextContents();
  const [said = "", second = "", third = ""] = texts.slice(1);
  const card = (page: Page, text = said) => page.getByRole("article").filter({ hasText: text });
  const name = (await card(maud).getByRole("heading").textContent())?.trim() ?? "";
  await card(maud).getByRole("button", { name: "Approve" }).click();
  await expect(maud.getByRole("status").filter({ hasText: `${name}: Approved.` })).toBeVisible();
  await card(orla).getByRole("button", { name: "Spam" }).click();
  await expect(card(orla)).toHaveCount(0);
  await expect(orla.getByRole("alert").filter({ hasText: new RegExp(`${name}: Maud Pettersen approved this \\d+ s ago\\.`) })).toBeVisible();
  await maud.getByRole("button", { name: new RegExp(`Undo: ${name}`) }).first().click();
  await expect(maud.getByRole("status").filter({ hasText: `${name}: Taken back.` })).toBeVisible();
  await expect(card(maud)).toHaveCount(1);

  await card(maud).getByRole("button", { name: "Reject" }).click();
  await expect(card(maud).locator("select:invalid")).toBeFocused();
  for (const text of [second, third]) await card(maud, text).getByRole("checkbox", { name: /^Choose/ }).check();
  await maud.getByRole("button", { name: "Chosen are spam" }).click();
  await expect(maud.getByRole("status").filter({ hasText: "2 comments: marked as spam." })).toBeVisible();
  for (const text of [second, third]) await expect(card(maud, text)).toHaveCount(0);
  await maud.getByRole("button", { name: "Undo all", exact: true }).click();
  await expect(maud.getByRole("status").filter({ hasText: "2 comments: taken back." })).toBeVisible();
  for (const text of [second, third]) await expect(card(maud, text)).toHaveCount(1);
  await card(maud).getByRole("link", { name: "Conversation" }).click();
  await expect(maud.getByRole("region", { name: "Conversation" })).toContainText(said.slice(0, 40));
});

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

/** So many remarks by one of the staff, shown at once, under a story of their own. */
async function manyRemarks(page: Page, word: string, number: number): Promise<void> {
  const articleId = await newStory(page);
  await writeStory(page, `The night of ${word}`);
  await publish(page);
  const tokens: string[] = [];
  for (let index = 0; index < number; index++) tokens.push(((await (await page.request.get(`/api/comments/token?article=${articleId}`)).json()) as { value: { token: string } }).value.token);
  // A form may be sent three seconds after it was opened.
  await page.waitForTimeout(3_200);
  for (const [index, token] of tokens.entries()) {
    const answer = await page.request.post("/api/v1/comments", { headers: { Origin: origin }, data: { articleId, parentId: null, name: "", email: "", comment: `${word} ${index}`, token, website: "" } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
}

test("fifty comments from the keyboard alone: each key decides the highlighted one once and goes on, what was done is taken back, and what one types is text", async ({ signedIn }) => {
  test.setTimeout(240_000);
  const word = `Zephyrine${Date.now() % 100_000}`;
  const { page: editor } = await signedIn("editor");
  await manyRemarks(editor, word, 51);
  const { page } = await signedIn("moderator");
  await page.goto(`/desk/comments?queue=approved&text=${word}`);
  const cards = page.getByRole("article");
  const identity = (place: number) => cards.nth(place).getAttribute("data-comment");
  const left = async (queue: string) => {
    await page.goto(`/desk/comments?queue=${queue}&text=${word}`);
    await expect(page.getByRole("heading", { level: 1, name: "Comments" })).toBeVisible();
    return cards.count();
  };
  await expect(cards).toHaveCount(40);
  await keysAnswer(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());

  // Nothing highlighted: the first key only shows which one it would decide.
  const [decided, next] = [await identity(0), await identity(1)];
  await page.keyboard.press("s");
  await expect(cards.first()).toBeFocused();
  expect(await identity(0)).toBe(decided);
  await page.keyboard.press("k");
  await page.keyboard.press("s");
  await page.keyboard.press("s");
  await expect(page.locator(`[data-comment="${next}"]`)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Marked as spam." })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.locator(`article[data-comment="${decided}"]`)).toBeFocused();

  // Reject alone says that it wants a reason; r asks, a number answers.
  const card = page.locator(`article[data-comment="${decided}"]`);
  const reason = card.getByRole("combobox", { name: /^Reason to reject/ });
  await card.getByRole("button", { name: "Reject" }).click();
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription("Choose a reason to reject it.");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(card).toBeFocused();

  for (let done = 0; done < 50; done++) {
    const id = await page.evaluate(() => document.activeElement?.getAttribute("data-comment"));
    expect(id, `after ${done}`).toBeTruthy();
    // A moment's look, as anybody takes: keys that are only hammered decide nothing.
    await page.waitForTimeout(420);
    const key = ["h", "s", "r"][done % 3] ?? "h";
    await page.keyboard.press(key);
    if (key === "r") await page.keyboard.press("6");
    await expect(page.locator(`article[data-comment="${id}"]`)).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches(".card"))).toBe(true);
  }
  await expect(cards).toHaveCount(1);
  await expect.poll(() => page.evaluate(async () => (await fetch(location.href)).text().then((text) => new DOMParser().parseFromString(text, "text/html").querySelectorAll("article").length))).toBe(1);
  expect([await left("spam"), await left("rejected"), await left("hidden")]).toEqual([17, 16, 17]);

  // Chosen one by one and up to here, and all in one step back again.
  await keysAnswer(page);
  await page.keyboard.press("x");
  for (let step = 0; step < 4; step++) await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(page.getByText("5 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Chosen are spam" }).click();
  await expect(cards).toHaveCount(12);
  await page.keyboard.press("z");
  await expect(cards).toHaveCount(17);
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches(".card"))).toBe(true);
  await page.waitForTimeout(420);
  await page.keyboard.press("a");
  await expect(cards).toHaveCount(16);

  // Keys are text where one types; other keys are chosen in the list of all, and kept.
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Words of the comment" })).toBeFocused();
  await page.keyboard.type("as");
  await expect(cards).toHaveCount(16);
  await page.keyboard.press("Escape");
  await cards.first().focus();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.getByRole("button", { name: "Change: spam" }).click();
  await keys.getByRole("textbox", { name: "New key: spam" }).fill("w");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await keys.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await keysAnswer(page);
  await page.keyboard.press("w");
  await expect(cards).toHaveCount(15);
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await page.waitForURL((address) => address.pathname === "/desk/comments" && address.search === "");
});
