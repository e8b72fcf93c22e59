import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, origin, publish, test, type Visit, writeStory } from "./fixtures";

/* A commenter's way: mistakes, a double click, replies, her own page, and what she sees once it is approved. */

type SignedIn = (who: string) => Promise<Visit>;

async function liveStory(signedIn: SignedIn, headline: string): Promise<string> {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `${headline} ${Date.now()}`);
  return publish(page);
}

const box = (page: Page, name: string) => page.getByRole("textbox", { name });
const region = (page: Page) => page.getByRole("region", { name: "Leave a Comment" });
const post = (page: Page) => page.getByRole("button", { name: "Post comment" });
const remark = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text }).last();

/** As somebody who was never here: one guest waits between two comments. */
async function fillIn(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await box(page, "Name").fill(name);
  await box(page, "Email").fill(`${name.toLowerCase().replace(/\W+/g, "-")}-${Date.now()}@reader.example`);
  await box(page, "Comment").fill(text);
}

async function approve(moderator: Page, text: string): Promise<void> {
  await moderator.goto("/desk/comments");
  await moderator.getByRole("article").filter({ hasText: text }).getByRole("button", { name: "Approve" }).click();
  await expect(moderator.getByRole("article").filter({ hasText: text })).toHaveCount(0);
}

test("a guest corrects a mistake, posts once with a double click, follows her comment and sees it approved", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "A guest comments");
  const at = Date.now();
  const [text, typed] = [`I was on the old pier ${at}`, `I was on the *old* pier ${at}`];
  const { page } = await visitor();
  await page.goto(path);
  await expect(region(page).getByText(/^You can comment until /)).toBeVisible();
  await fillIn(page, { name: "A", text: "n".repeat(5_001) });
  await expect(page.getByText("5,001 / 5,000")).toBeVisible();
  await post(page).click();
  await expect(box(page, "Comment")).toHaveAccessibleDescription(/this one has 5,001/);
  await fillIn(page, { name: "A", text: typed });
  await post(page).click();
  await expect(region(page).getByRole("alert")).toContainText("Tell readers your name");
  await expect(box(page, "Name")).toHaveAccessibleDescription(/Tell readers your name/);
  await expect(box(page, "Name")).toHaveAttribute("aria-invalid", "true");
  await expect(box(page, "Name")).toBeFocused();
  await expect(box(page, "Comment")).toHaveValue(typed);
  await expectAccessible(page);

  await box(page, "Name").fill("Ada Reader");
  await post(page).dblclick();
  const told = region(page).getByRole("status");
  await expect(told).toContainText("waiting for review");
  await expect(told).toBeFocused();
  await expect(told).toContainText(text);
  await expect(told.locator("em")).toHaveText("old");
  await expect(region(page).getByText("No comments yet")).toHaveCount(0);
  await expect(told).toContainText("Follow it on its own page and keep that address to come back to it.");
  await expectAccessible(page);
  await page.reload();
  await expect(region(page).getByText("waiting for review")).toBeVisible();
  await expect(region(page).locator("em")).toHaveText("old");
  await expect(region(page).getByText("No comments yet")).toHaveCount(0);
  await expectAccessible(page);
  await region(page).getByRole("link", { name: "Its own page" }).click();
  await expect(page.getByRole("status")).toContainText("waiting for review");
  await expectAccessible(page);

  const { page: moderator } = await signedIn("moderator");
  await moderator.goto("/desk/comments");
  await expect(moderator.getByRole("article").filter({ hasText: text })).toHaveCount(1);
  await approve(moderator, text);
  await page.reload();
  await expect(page.getByRole("status")).toContainText("is published");
  await expectAccessible(page);
  await page.goto(path);
  await expect(remark(page, text)).toContainText("Ada Reader");
  await expect(region(page).getByText("waiting for review")).toHaveCount(0);
  await expectAccessible(page);
});

test("a comment sent at once waits until it may be sent, and is posted by the one click", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "A quick hand");
  const { page } = await visitor();
  const sendings: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/v1/comments") && sendings.push(request.url()));
  await page.goto(path);
  await fillIn(page, { name: "Quick Hand", text: "Said quickly." });
  await post(page).click();
  await expect(region(page).getByRole("status")).toContainText("Posting");
  await expect(region(page).getByRole("status")).toContainText("waiting for review");
  expect(sendings).toHaveLength(1);
});

test("a form that was used elsewhere gets another token at once, and its text is posted by the next click", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "A used form");
  const { page } = await visitor();
  await page.goto(path);
  const opened = page.waitForResponse(/\/api\/comments\/token/);
  await fillIn(page, { name: "Two Windows", text: "From the second window." });
  const { value } = (await (await opened).json()) as { value: { token: string } };
  const articleId = await page.locator('input[name="articleId"]').inputValue();
  const { page: other } = await signedIn("reader");
  const spend = () => other.request.post("/api/v1/comments", { headers: { Origin: origin }, data: { articleId, parentId: null, name: "", email: "", comment: "From the first window.", token: value.token, website: "" } });
  await expect.poll(async () => (await spend()).status(), { intervals: [3000, 1000] }).toBe(200);
  const renewed = page.waitForResponse(/\/api\/comments\/token/);
  await post(page).click();
  await expect(region(page).getByRole("alert")).toContainText("used already");
  await renewed;
  await expect(box(page, "Comment")).toHaveValue("From the second window.");
  await post(page).click();
  await expect(region(page).getByRole("status")).toContainText("waiting for review");
});

test("a reply is written under the comment it answers, and so is a reply to that reply", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "An answer");
  const { page: editor } = await signedIn("editor");
  await editor.goto(path);
  await box(editor, "Comment").fill("What did you see?");
  await post(editor).click();
  await expect(region(editor).getByRole("status")).toContainText("is published");

  const { page: moderator } = await signedIn("moderator");
  const { page } = await visitor();
  await page.goto(path);
  const question = remark(page, "What did you see?");
  await box(page, "Comment").fill("Two lights");
  const reply = question.getByRole("link", { name: /^Reply to Orla Lindqvell/ });
  await reply.click();
  await expect(question.getByText("Replying to Orla Lindqvell")).toBeVisible();
  await expect(box(page, "Comment")).toBeFocused();
  await expect(question.getByRole("textbox", { name: "Comment" })).toHaveValue("Two lights");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question.getByRole("textbox", { name: "Comment" })).toHaveCount(0);
  await expect(box(page, "Comment")).toHaveValue("Two lights");
  await expect(page.getByText("Replying to")).toHaveCount(0);
  await expect(reply).toBeFocused();

  await reply.click();
  await fillIn(page, { name: "Ada Reader", text: "Two lights, at half past nine." });
  await post(page).click();
  await expect(question.getByRole("status")).toContainText("waiting for review");
  await expect(question.getByRole("status")).toBeFocused();
  await expectAccessible(page);
  expect(new URL(page.url()).pathname).toBe(path);
  await approve(moderator, "Two lights, at half past nine.");

  const { page: second } = await visitor();
  await second.goto(path);
  const answer = remark(second, "Two lights, at half past nine.");
  await answer.getByRole("link", { name: /^Reply to Ada Reader/ }).click();
  await expect(answer.getByText("Replying to Ada Reader")).toBeVisible();
  await fillIn(second, { name: "Ben Reader", text: "I saw three." });
  await post(second).click();
  await expect(answer.getByRole("status")).toContainText("waiting for review");
  await approve(moderator, "I saw three.");
  await second.reload();
  await expect(second.getByRole("list", { name: "Replies to Orla Lindqvell" }).getByRole("article")).toHaveCount(2);
  await expect(remark(second, "I saw three.")).toContainText("In reply to Ada Reader");
  await expectAccessible(second);
});

test("without JavaScript a signed-in reader fills in the comment alone, and it stands under her name", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "Signed in without scripts");
  const { context } = await signedIn("hanne@reader.example");
  const reader = await visitor({ javaScript: false });
  await reader.context.addCookies(await context.cookies());
  const { page } = reader;
  await page.goto(path);
  await box(page, "Comment").fill("The ferry has no lights aft.");
  await post(page).click();
  await expect(page).toHaveURL(/\/comments\/compose\?article=/);
  await expect(page.getByText("Commenting as Hanne Vold")).toBeVisible();
  const token = await page.locator('input[name="token"]').inputValue();
  await post(page).click();
  await expect(page.getByRole("alert")).toContainText("very quick");
  await expect(page.locator('input[name="token"]')).toHaveValue(token);
  await expect(async () => {
    await post(page).click();
    await expect(page.getByRole("article", { name: "Comment by Hanne Vold" })).toContainText("no lights aft", { timeout: 500 });
  }).toPass({ intervals: [3000] });
});

test("without JavaScript a reply names whom it answers, and a guest hears of everything that is missing", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "Replies without scripts");
  const { page: editor } = await signedIn("editor");
  await editor.goto(path);
  await box(editor, "Comment").fill("What did you hear?");
  await post(editor).click();
  await expect(region(editor).getByRole("status")).toContainText("is published");

  const { page } = await visitor({ javaScript: false });
  await page.goto(path);
  await remark(page, "What did you hear?").getByRole("link", { name: /^Reply to/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reply to Orla Lindqvell");
  await fillIn(page, { name: "Ada Reader", text: "A bell." });
  await box(page, "Name").fill("A");
  await expect(async () => {
    await post(page).click();
    await expect(box(page, "Name")).toHaveAccessibleDescription(/Tell readers your name/, { timeout: 500 });
  }).toPass({ intervals: [3000] });
  await expect(box(page, "Comment")).toHaveValue("A bell.");
  await box(page, "Name").fill("Ada Reader");
  await post(page).click();
  await expect(page.getByRole("status")).toContainText("waiting for review");
});

test("the second step is there for everybody: what was typed, what is wrong with it, and the waiting", async ({ signedIn, visitor }) => {
  const path = await liveStory(signedIn, "The second step");
  const { page } = await visitor();
  await page.goto(path);
  await page.goto(`/comments/compose?article=${await page.locator('input[name="articleId"]').inputValue()}`);
  await expectAccessible(page);
  // The check takes its time: only a form that was just opened is sent too soon.
  await page.reload();
  await fillIn(page, { name: "A", text: "At the second step." });
  await post(page).click();
  await expect(page.getByRole("alert")).toContainText("very quick");
  await expectAccessible(page);
  await expect(async () => {
    await post(page).click();
    await expect(box(page, "Name")).toHaveAccessibleDescription(/Tell readers your name/, { timeout: 500 });
  }).toPass({ intervals: [3000] });
  await expectAccessible(page);
});

test("a comment that is published at once stands under the story at once, and so does the reply to it", async ({ signedIn }) => {
  const path = await liveStory(signedIn, "At once");
  const { page } = await signedIn("editor");
  await page.goto(path);
  await expect(region(page)).toContainText("comments of guests and new readers are reviewed before they appear");
  await expect(region(page)).toContainText("No comments yet");
  await box(page, "Comment").fill("The first word.");
  await post(page).click();
  await expect(region(page).getByRole("status")).toContainText("is published");
  await expect(region(page).getByRole("status")).toBeFocused();
  await expect(remark(page, "The first word.")).toContainText("Orla Lindqvell");
  await expect(region(page)).toContainText("1 comment");
  await expect(region(page)).not.toContainText("No comments yet");
  await expectAccessible(page);

  await page.reload();
  const first = remark(page, "The first word.");
  await first.getByRole("link", { name: /^Reply to Orla/ }).click();
  await first.getByRole("textbox", { name: "Comment" }).fill("The second word.");
  await post(page).click();
  await expect(first.getByRole("status")).toContainText("is published");
  await expect(page.getByRole("list", { name: "Replies to Orla Lindqvell" }).getByRole("article")).toContainText("The second word.");
  await expect(region(page)).toContainText("2 comments");
});
