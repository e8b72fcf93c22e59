import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, origin, publish, test, type Visit, writeStory } from "./fixtures";

/* What readers do with comments that stand: like, quote, link, mute, report, change; what editors pick; and how a discussion is read. */

type SignedIn = (who: string) => Promise<Visit>;

async function liveStory(signedIn: SignedIn, headline: string): Promise<{ path: string; editor: Page }> {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `${headline} ${Date.now()}`);
  return { path: await publish(page), editor: page };
}

const region = (page: Page) => page.getByRole("region", { name: "Leave a Comment" });
const remark = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text }).last();
const more = (page: Page, text: string) => remark(page, text).getByText("More", { exact: true });

/** Posts in place as somebody whose comments are shown at once. */
async function say(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(region(page).getByRole("status").filter({ hasText: "is published" })).toBeVisible();
}

test("a reader likes a comment once, quotes it, copies its address, and mutes its author in her browser", async ({ signedIn, visitor }) => {
  const { path, editor } = await liveStory(signedIn, "Liked");
  await say(editor, path, "The quay was *dark* all night.");
  const text = "The quay was dark all night.";

  const { page } = await signedIn("reader");
  await page.goto(path);
  await region(page).scrollIntoViewIfNeeded();
  const like = remark(page, text).getByRole("button", { name: /^Like the comment by Orla Lindqvell, / });
  await like.click();
  await expect(like).toHaveAttribute("aria-pressed", "true");
  await expect(remark(page, text)).toContainText("1 like");
  await page.reload();
  await region(page).scrollIntoViewIfNeeded();
  await expect(like).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);

  await more(page, text).press("Enter");
  await expectAccessible(page);
  await remark(page, text).getByRole("button", { name: "Quote" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(`> ${text}\n\n`);
  await expect(page.getByText("Replying to Orla Lindqvell")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();

  await more(page, text).click();
  await remark(page, text).getByRole("button", { name: "Mute Orla Lindqvell" }).click();
  await expect(page.getByText(text)).toBeHidden();
  await expect(page.getByText("You muted Orla Lindqvell.")).toBeVisible();
  await page.reload();
  await region(page).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Show again" }).click();
  await expect(page.getByText(text)).toBeVisible();
  await expect(more(page, text)).toBeFocused();
  // What the account hears again is shown again, whatever the browser once kept.
  await more(page, text).click();
  await remark(page, text).getByRole("button", { name: "Mute Orla Lindqvell" }).click();
  await expect(page.getByRole("button", { name: "Show again" })).toBeFocused();
  await page.evaluate(() => localStorage.setItem("muted", JSON.stringify(["Orla Lindqvell"])));
  await page.goto("/account/news");
  await page.getByRole("button", { name: "Hear Orla Lindqvell again" }).click();
  await expect(page.getByRole("button", { name: "Hear Orla Lindqvell again" })).toHaveCount(0);
  await page.goto(path);
  await region(page).scrollIntoViewIfNeeded();
  await expect(more(page, text)).toBeVisible();
  await expect(page.getByText(text)).toBeVisible();

  // The same without a script of ours: forms on a page of their own.
  const at = (await remark(page, text).locator("header a").getAttribute("href")) ?? "";
  await page.goto(at.replace("/at/", "/about/"));
  await expect(page.getByText("You like this comment. 1 like")).toBeVisible();
  await page.getByRole("button", { name: "Take the like back" }).click();
  await expect(page.getByRole("button", { name: "Like this comment" })).toBeVisible();
  await page.getByRole("link", { name: "Answer with a quotation" }).click();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(`> ${text}\n\n`);

  // Nobody likes her own, and who is not signed in is shown where to do so.
  await editor.goto(path);
  await region(editor).scrollIntoViewIfNeeded();
  await expect(more(editor, text)).toBeVisible();
  await expect(remark(editor, text).getByRole("button", { name: /^Like/ })).toHaveCount(0);
  const { page: stranger } = await visitor({ width: 390 });
  await stranger.goto(path);
  await region(stranger).scrollIntoViewIfNeeded();
  await stranger.getByRole("button", { name: /^Like the comment by Orla/ }).click();
  await expect(stranger.getByRole("link", { name: "Sign in to like comments" })).toBeVisible();
  await expectAccessible(stranger);
  await stranger.goto(path);
  await region(stranger).scrollIntoViewIfNeeded();
  await more(stranger, text).click();
  await remark(stranger, text).getByRole("button", { name: "Mute Orla Lindqvell" }).click();
  await expect(stranger.getByText("You muted Orla Lindqvell on this device.")).toBeVisible();
  await stranger.getByRole("button", { name: "Show again" }).click();
  await expect(stranger.getByText(text)).toBeVisible();
});

test("without JavaScript a comment has its address, is reported with a reason, and hears thanks; moderators see why and pick it", async ({ signedIn, visitor }) => {
  const { path, editor } = await liveStory(signedIn, "Reported");
  const text = `The harbour master lied ${Date.now()}`;
  await say(editor, path, text);
  const { page } = await visitor({ javaScript: false, width: 320 });
  await page.goto(path);
  await remark(page, text).getByRole("link", { name: /^\d+ / }).click();
  await expect(page).toHaveURL(/\/comments\/at\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Comment by Orla Lindqvell");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${path}$`));
  await remark(page, text).getByRole("link", { name: /^More about the comment by/ }).click();
  await page.getByRole("radio", { name: "It may break the law." }).check();
  await page.getByRole("textbox", { name: "What we should know" }).fill("He did not.");
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("alert")).toContainText("Name the law");
  await expect(page.getByRole("textbox", { name: "Which law" })).toHaveAccessibleDescription(/Name the law/);
  await expect(page.getByRole("textbox", { name: "What we should know" })).toHaveValue("He did not.");
  await page.getByRole("textbox", { name: "Which law" }).fill("Defamation Act");
  const because = "He was cleared of it by the court of Tarn last year.";
  await page.getByRole("textbox", { name: "What we should know" }).fill(because);
  await page.getByRole("textbox", { name: "Your name" }).fill("Nell Brandt");
  await page.getByRole("textbox", { name: "Your e-mail address" }).fill("nell@post.example");
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("checkbox", { name: /in good faith/ })).toHaveAccessibleDescription(/good faith/);
  await expect(page.getByRole("textbox", { name: "Your e-mail address" })).toHaveValue("nell@post.example");
  await page.getByRole("checkbox", { name: /in good faith/ }).check();
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("status")).toContainText("Thank you.");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const { page: checked } = await visitor({ width: 320 });
  await checked.goto(page.url());
  await expectAccessible(checked);
  await checked.goto(page.url().split("?")[0] ?? "");
  await expect(checked.getByRole("textbox", { name: "Which law" })).toBeHidden();
  await checked.getByRole("radio", { name: "It may break the law." }).check();
  await expect(checked.getByRole("textbox", { name: "Which law" })).toBeVisible();
  expect(await checked.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(checked);
  await checked.goto(page.url().replace("/about/", "/at/").split("?")[0] ?? "");
  await expectAccessible(checked);

  const { page: moderator } = await signedIn("moderator");
  await moderator.goto("/desk/comments");
  await moderator.getByRole("navigation", { name: "Queues" }).getByRole("link", { name: /^Notices/ }).click();
  const card = moderator.getByRole("article").filter({ hasText: text });
  await expect(card.getByRole("list", { name: "Notices of unlawful content" })).toContainText("Defamation Act");
  await expect(card.getByRole("list", { name: "Notices of unlawful content" })).toContainText(because);
  await expectAccessible(moderator);
  const { page: administrator } = await signedIn("administrator");
  await administrator.goto(`/desk/comments/holds?comment=${/about\/([0-9a-f-]+)/.exec(page.url())?.[1]}`);
  await administrator.getByRole("textbox", { name: "Which legal matter needs it" }).fill("The harbour master against the paper");
  await administrator.getByRole("button", { name: "Put under hold" }).click();
  const hold = administrator.getByRole("region", { name: "Under hold", exact: true }).getByRole("article").filter({ hasText: text });
  await expect(hold).toContainText("The harbour master against the paper");
  await expectAccessible(administrator);
  await hold.getByText("Release…").click();
  await hold.getByRole("textbox", { name: "Why it is released" }).fill("Settled out of court");
  await hold.getByRole("button", { name: "Release" }).click();
  await expect(hold).toHaveCount(0);
  await expect(administrator.getByRole("table", { name: "Released comments" })).toContainText("Settled out of court");
  await administrator.getByRole("link", { name: "Yearly counts" }).click();
  await expect(administrator.getByRole("row", { name: /Notices of unlawful content not decided/ })).toBeVisible();
  await expectAccessible(administrator);
  await card.getByRole("button", { name: "Pick" }).click();
  await expect(card.getByRole("button", { name: "Unpick" })).toBeVisible();
  await card.getByRole("button", { name: "Approve" }).click();
  await expect(card).toHaveCount(0);

  await say(editor, path, "And another one.");
  await page.goto(path);
  await expect(remark(page, text)).toContainText("Picked by the editors");
  await page.getByRole("navigation", { name: "Which comments" }).getByRole("link", { name: "Editors’ picks" }).click();
  await expect(remark(page, text)).toBeVisible();
  await expect(page.getByText("And another one.")).toHaveCount(0);
  await page.getByRole("navigation", { name: "Which comments" }).getByRole("link", { name: "All" }).click();
  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "Oldest" }).click();
  await expect(page.getByRole("article").filter({ hasText: /lied|another/ }).nth(1)).toContainText(text);
  expect(await region(page).locator("article.comment .body").allTextContents()).toEqual([text, "And another one."]);
});

test("a comment is changed in its first minutes, by a guest without JavaScript and by account, and readers see that it was", async ({ signedIn, visitor }) => {
  const { path, editor } = await liveStory(signedIn, "Changed");
  const { page } = await visitor({ javaScript: false, width: 390 });
  await page.goto(path);
  await page.getByRole("textbox", { name: "Name" }).fill("Lys Guest");
  await page.getByRole("textbox", { name: "Email" }).fill("lys-edit@reader.example");
  await page.getByRole("textbox", { name: "Comment" }).fill("Typed with a mistkae.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("status")).toContainText("waiting for review", { timeout: 500 });
  }).toPass({ intervals: [3000] });
  const own = page.url();
  await page.getByRole("textbox", { name: "Comment" }).fill(" ");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("alert")).toContainText("Not changed.");
  await page.getByRole("textbox", { name: "Comment" }).fill("Typed without a mistake.");
  await page.getByRole("button", { name: "Save the change" }).click();
  await expect(page).toHaveURL(own);
  await expect(page.getByRole("article")).toContainText("Typed without a mistake.");

  await say(editor, path, "By account.");
  await more(editor, "By account.").click();
  await remark(editor, "By account.").getByRole("link", { name: "Change" }).click();
  await editor.getByRole("textbox", { name: "Comment" }).fill("By account, changed.");
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Save the change" }).click();
  await expect(editor.getByRole("article")).toContainText("By account, changed.");
  await editor.goto(path);
  await expect(remark(editor, "By account, changed.")).toContainText("Edited");
});

test("a changed text that cannot be kept is given back, and one that waits says so", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const nobodys = crypto.randomUUID();
  const answer = await page.request.post("/comments/edit", { headers: { Origin: origin }, form: { comment: nobodys, revision: nobodys, text: "Words that took a while." } });
  expect(answer.status()).toBe(404);
  const given = await answer.text();
  expect(given).toContain("This comment is no longer there.");
  expect(given).toMatch(/<textarea[^>]*readOnly[^>]*>Words that took a while\.<\/textarea>/i);
  await page.goto(`/comments/about/${nobodys}?waiting=1`);
  await expect(page.getByRole("status")).toContainText("waiting for review");
  await page.goto(`/comments/about/${nobodys}?reported=1`);
  await expect(page.getByRole("status")).toBeVisible();
});

test("an open page says that a comment came, and shows it when asked, with what is being written left alone", async ({ signedIn, visitor }) => {
  const { path, editor } = await liveStory(signedIn, "Watched");
  const { page } = await visitor();
  await page.clock.install();
  // The words come as soon as the comments are near: at once, where the window is high.
  const words = page.waitForResponse(/\/comments\/words\//);
  await page.goto(path);
  await region(page).scrollIntoViewIfNeeded();
  await words;
  await page.getByRole("textbox", { name: "Comment" }).fill("Half a thought");
  await say(editor, path, "News from the quay.");
  await expect(async () => {
    await page.clock.runFor(31_000);
    await expect(page.getByRole("button", { name: "1 new comment" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText("News from the quay.")).toHaveCount(0);
  await page.getByRole("button", { name: "1 new comment" }).click();
  await expect(remark(page, "News from the quay.")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Half a thought");
});
