import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, test, type Visit, writeStory } from "./fixtures";

/* What becomes of a comment later: its author withdraws it, a moderator hides it and shows it again, the administrator purges it. */

type SignedIn = (who: string) => Promise<Visit>;

async function liveStory(signedIn: SignedIn, headline: string): Promise<string> {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `${headline} ${Date.now()}`);
  return publish(page);
}

const region = (page: Page) => page.getByRole("region", { name: "Leave a Comment" });

/** Posts in place as somebody whose comments are shown at once; returns the address of the comment's own page. */
async function say(page: Page, path: string, text: string): Promise<string> {
  await page.goto(path);
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.getByRole("button", { name: "Post comment" }).click();
  const told = region(page).getByRole("status");
  await expect(told).toContainText("is published");
  return (await told.getByRole("link", { name: "Its own page" }).getAttribute("href")) ?? "";
}

async function fillForGood(page: Page, by: { name: string; text: string }): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(by.name);
  await page.getByRole("textbox", { name: "Email" }).fill("lys@reader.example");
  await page.getByRole("textbox", { name: "Comment" }).fill(by.text);
}

test("a guest withdraws her comment without JavaScript: asked first, then gone for everybody; a mark stays where it was answered", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "Withdrawn");
  const text = `I take this back ${Date.now()}`;
  const { page } = await visitor({ javaScript: false, width: 390 });
  await page.goto(path);
  await fillForGood(page, { name: "Lys Guest", text });
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("status")).toContainText("waiting for review", { timeout: 500 });
  }).toPass({ intervals: [3000] });
  const own = page.url();

  const { page: moderator } = await signedIn("moderator");
  await moderator.goto("/desk/comments");
  await moderator.getByRole("article").filter({ hasText: text }).getByRole("button", { name: "Approve" }).click();
  await expect(moderator.getByRole("article").filter({ hasText: text })).toHaveCount(0);
  const { page: editor } = await signedIn("editor");
  await editor.goto(path);
  await editor.getByRole("link", { name: /^Reply to Lys Guest/ }).click();
  await editor.getByRole("textbox", { name: "Comment" }).fill("An answer that stays.");
  await editor.getByRole("button", { name: "Post comment" }).click();
  await expect(region(editor).getByRole("status")).toContainText("is published");

  await page.reload();
  await expect(page.getByRole("button", { name: "Withdraw for good" })).toBeHidden();
  await page.getByText("Withdraw this comment").click();
  await expect(page.getByText("nobody can bring it back")).toBeVisible();
  const { page: checked } = await visitor({ width: 390 });
  await checked.goto(own);
  await checked.getByText("Withdraw this comment").click();
  await expectAccessible(checked);
  await page.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(page).toHaveURL(own);
  await expect(page.getByRole("status")).toContainText("You removed this comment");
  await expect(page.getByText(text)).toHaveCount(0);
  await expect(page.getByText("Withdraw this comment")).toHaveCount(0);

  await page.goto(path);
  await expect(page.getByText("A comment that stood here was withdrawn by its author.")).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);
  await expect(page.getByText("An answer that stays.")).toBeVisible();
});

test("what was written with an account is withdrawn with that account alone, and is gone from the page", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "By account");
  const { page } = await signedIn("editor");
  const own = await say(page, path, "With my account.");
  const { page: stranger } = await visitor();
  await stranger.goto(own);
  await stranger.getByText("Withdraw this comment").click();
  await stranger.getByRole("button", { name: "Withdraw for good" }).click();
  await expect(stranger.getByRole("alert")).toContainText("sign in with the account that wrote this comment");
  await expectAccessible(stranger);

  await page.goto(own);
  await page.getByText("Withdraw this comment").press("Enter");
  await page.getByRole("button", { name: "Withdraw for good" }).press("Enter");
  await expect(page.getByRole("status")).toContainText("You removed this comment");
  await stranger.goto(path);
  await expect(region(stranger)).toContainText("No comments yet");
  await expect(region(stranger)).not.toContainText("With my account.");
});

test("a moderator hides a comment and shows it again, and a reader sees it each time; the administrator purges it", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "Hidden");
  const text = `Under review ${Date.now()}`;
  const { page: editor } = await signedIn("editor");
  const own = await say(editor, path, text);
  const { page: reader } = await visitor();

  const { page } = await signedIn("moderator");
  await page.goto("/desk/comments");
  await page.getByRole("link", { name: /^Published/ }).click();
  const card = page.getByRole("article").filter({ hasText: text });
  await expectAccessible(page);
  await expect(card.getByText("Purge…")).toHaveCount(0);
  await card.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Hidden." })).toBeVisible();
  await reader.goto(path);
  await expect(region(reader)).toContainText("Hidden while we review it.");
  await expect(reader.getByText(text)).toHaveCount(0);
  await expectAccessible(reader);
  await reader.goto(own);
  await expect(reader.getByRole("status")).toContainText("hidden while we review it");

  await page.getByRole("link", { name: /^Hidden/ }).click();
  await card.getByRole("button", { name: "Show again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Shown again." })).toBeVisible();
  await reader.goto(path);
  await expect(reader.getByText(text)).toBeVisible();

  const { page: administrator } = await signedIn("administrator");
  await administrator.goto("/desk/comments?queue=approved");
  const purged = administrator.getByRole("article").filter({ hasText: text });
  await purged.getByText("Purge…").click();
  await expectAccessible(administrator);
  await purged.getByRole("button", { name: "Purge for good" }).click();
  await expect(administrator.getByRole("status").filter({ hasText: "Purged." })).toBeVisible();
  await expect(administrator.getByRole("list", { name: "Just decided" }).getByText("purged")).toHaveCount(0);
  await reader.goto(own);
  await expect(reader.getByRole("status")).toContainText("This comment was removed");
  await expect(reader.getByText(text)).toHaveCount(0);
});

test("under a Persian story a refusal is said in Persian: in place, at the second step, and on the comment's own page", async ({ visitor }) => {
  const path = `/culture/${encodeURIComponent("بازگشایی-کتابخانه-مرکزی")}`;
  const sentence = "نام خود را به خوانندگان بگویید، دست‌کم با ۲ نویسه.";
  const write = async (page: Page, name: string) => {
    await page.goto(path);
    await page.getByRole("textbox", { name: "نام", exact: true }).fill(name);
    await page.getByRole("textbox", { name: "رایانامه" }).fill("leila@reader.example");
    await page.getByRole("textbox", { name: "نظر" }).fill("کتاب‌ها کجا می‌روند؟");
    await page.getByRole("button", { name: "فرستادن" }).click();
  };
  const { page } = await visitor();
  await write(page, "ل");
  await expect(page.getByRole("alert")).toContainText(sentence);
  await expect(page.getByRole("textbox", { name: "نام", exact: true })).toHaveAccessibleDescription(sentence);

  await expectAccessible(page);
  const { page: plain } = await visitor({ javaScript: false, width: 390 });
  await write(plain, "ل");
  await expect(plain.getByRole("main")).toHaveAttribute("dir", "rtl");
  await expect(async () => {
    await plain.getByRole("button", { name: "فرستادن" }).click();
    await expect(plain.getByRole("alert")).toContainText(sentence, { timeout: 500 });
  }).toPass({ intervals: [3000] });
  // The one English word is the field for robots, which no reader meets.
  expect((await plain.getByRole("main").innerText()).replace("Website", "")).not.toMatch(/[a-z]{3}/i);
  await plain.getByRole("textbox", { name: "نام", exact: true }).fill("لیلا");
  await plain.getByRole("button", { name: "فرستادن" }).click();
  await expect(plain.getByRole("status")).toContainText("نظر شما در انتظار بررسی است");
  await page.goto(plain.url());
  await page.getByText("پس گرفتن این نظر").click();
  await expectAccessible(page);
  expect(await plain.getByRole("main").innerText()).not.toMatch(/[a-z]{3}/i);
});
