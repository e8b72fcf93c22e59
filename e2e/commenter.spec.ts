import type { Page } from "@playwright/test";
import { type LoopbackServer, startLoopbackServer } from "../db/testing/smtp";
import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { type OwnPaper, openPaper, withOwnPaper } from "./own-paper";

/* A paper that sends mail: the newsroom of the other tests sends none. */

test.setTimeout(240_000);

/** The first address in the newest mail to somebody, once it is there. */
async function linkTo(server: LoopbackServer, address: string, holds: RegExp): Promise<string> {
  const find = () => server.caught.findLast((one) => one.recipients.includes(address) && holds.test(one.mail.text ?? ""))?.mail.text ?? "";
  await expect.poll(find, { timeout: 30_000 }).toMatch(holds);
  return holds.exec(find())?.[0] ?? "";
}

async function firstStory({ at }: OwnPaper, page: Page): Promise<string> {
  await page.goto(at("/desk"));
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await saved(page);
  await page.getByRole("textbox", { name: "Headline" }).fill("The last boat sails at night");
  await page.getByRole("textbox", { name: "Article body" }).click();
  await page.keyboard.type("It sails.");
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "News" });
  await saved(page);
  return publish(page);
}

test("without JavaScript a guest confirms her comment and objects to its rejection, then signs up, takes it into her account, and has her data and the account’s end in her hands", async ({ visitor }) => {
  const server = await startLoopbackServer();
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page: desk } = await visitor();
    await openPaper(own, desk, { paper: "The Gannet", name: "Ada Rook", email: "ada@gannet.example", password: "a calm long password" });
    const story = await firstStory(own, desk);
    const { page } = await visitor({ javaScript: false, width: 390 });
    await page.goto(at(story));
    await page.getByRole("textbox", { name: "Name" }).fill("Ada Rооk");
    await page.getByRole("textbox", { name: "Email" }).fill("nell@post.example");
    await page.getByRole("textbox", { name: "Comment" }).fill("My grandmother sailed on it.");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(async () => {
      await page.getByRole("button", { name: "Post comment" }).click();
      await expect(page.getByRole("alert")).toContainText("somebody who works here", { timeout: 500 });
    }).toPass({ intervals: [3000] });
    await page.getByRole("textbox", { name: "Name" }).fill("Nell Quist");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("status")).toContainText("Check your mail");
    const key = page.url();
    await desk.goto(at("/desk/comments"));
    await expect(desk.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();

    const confirm = await linkTo(server, "nell@post.example", /http\S+\/comments\/confirm\/\S+/);
    await page.goto(confirm);
    await page.getByRole("checkbox", { name: "Tell me by mail of answers" }).check();
    await page.getByRole("button", { name: "Confirm and send to review" }).click();
    await expect(page.getByRole("status")).toContainText("waiting for review");
    expect(page.url()).toBe(key);
    expect((await page.goto(confirm))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

    await desk.reload();
    const card = desk.getByRole("article").filter({ hasText: "My grandmother" });
    await card.getByRole("button", { name: "Reject" }).click();
    await card.getByRole("combobox", { name: "Reason" }).selectOption("off_topic");
    await card.getByRole("button", { name: "Reject" }).click();
    await expect(card).toHaveCount(0);
    await page.goto(key);
    await expect(page.getByRole("status")).toContainText("It is not about the story.");
    await page.getByText("Ask for another look", { exact: true }).click();
    await page.getByRole("textbox", { name: "Why this should be decided otherwise" }).fill("She sailed on this very boat.");
    await page.getByRole("button", { name: "Send to another moderator" }).click();
    await expect(page.getByText("You asked for another look. Somebody else decides about it.")).toBeVisible();
    await desk.goto(at("/desk/comments"));
    await desk.getByRole("link", { name: "Appeals 1" }).click();
    await expect(desk.getByText("She sailed on this very boat.")).toBeVisible();
    await expectAccessible(desk);
    await desk.getByRole("textbox", { name: "Your answer" }).fill("You are right.");
    await desk.getByRole("button", { name: "Publish the comment" }).click();
    await expect(desk.getByRole("heading", { name: "Nobody asks for another look" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("status")).toContainText("is published");

    await page.goto(at(`/sign-in?next=${encodeURIComponent(`${story}#comments`)}`));
    await page.getByRole("link", { name: "No account yet? Sign up" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Аda Rook");
    await page.getByRole("textbox", { name: "Email" }).fill("Nell@post.example");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("alert")).toContainText("somebody who works here");
    await page.getByRole("textbox", { name: "Name" }).fill("Nell Quist");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("status")).toContainText("Look into your mail");
    await page.goto(await linkTo(server, "nell@post.example", /http\S+\/welcome\/\S+/));
    await page.getByLabel("Password").fill("another calm password");
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.waitForURL(/#comments$/);
    expect(new URL(page.url()).pathname).toBe(story);

    await page.goto(at("/account/comments"));
    await expect(page.getByText("You have not left a comment yet.")).toBeVisible();
    await page.getByRole("button", { name: "Take them into my account" }).click();
    await expect(page.getByText("My grandmother sailed on it.")).toBeVisible();
    await expect(page.getByText("Your comment is published.")).toBeVisible();

    await desk.goto(at(story));
    const under = desk.getByRole("article").filter({ hasText: "My grandmother" });
    await under.getByRole("button", { name: /^Moderate the comment by/ }).click();
    await under.getByRole("button", { name: "Possible letter" }).click();
    await expect(desk.getByText("Marked as a possible letter.")).toBeVisible();
    await desk.goto(at("/desk/comments/newsroom?kind=letter"));
    const letter = desk.getByRole("article", { name: "Letter: Nell Quist" });
    await letter.getByRole("textbox", { name: "As it would be printed" }).fill("My grandmother sailed on it, too.");
    await letter.getByRole("button", { name: "Ask her" }).click();
    await expect(letter).toContainText("by mail and on the page of her comment");
    await page.goto(at("/account/comments"));
    await page.getByRole("link", { name: "Read it and answer" }).click();
    await expect(page.getByText("My grandmother sailed on it, too.", { exact: true })).toBeVisible();
    const { page: stranger } = await visitor({ javaScript: false, width: 390 });
    expect((await stranger.goto(page.url()))?.status()).toBe(403);
    await expect(stranger.getByRole("heading", { name: "Sign in to read the question" })).toBeVisible();
    await expect(stranger.getByRole("region", { name: "A question from the newsroom" }).getByRole("link", { name: "Sign in" })).toHaveAttribute("href", `/sign-in?next=${new URL(page.url()).pathname}`);
    await page.getByRole("textbox", { name: "Your name, as it is printed" }).fill("Nell Quist");
    await page.getByRole("button", { name: "I agree" }).click();
    await expect(page.getByRole("status")).toContainText("the letter may be printed, signed Nell Quist.");
    await page.getByText("Take it back", { exact: true }).click();
    await page.getByRole("button", { name: "I take it back" }).click();
    await expect(page.getByRole("status")).toContainText("You took it back on");

    await desk.goto(at(story));
    await desk.getByRole("link", { name: /^Reply to Nell Quist/ }).click();
    await desk.getByRole("textbox", { name: "Comment" }).fill("Do you have a picture?");
    await desk.getByRole("button", { name: "Post comment" }).click();
    await expect(desk.getByRole("region", { name: "Leave a Comment" }).getByRole("status")).toContainText("is published");
    await page.goto(at("/account/comments"));
    await page.getByRole("link", { name: "The last boat sails at night" }).click();
    await page.getByRole("link", { name: /^More about the comment by Nell Quist/ }).click();
    await page.getByRole("button", { name: "Follow this thread" }).click();
    await expect(page.getByText("You follow this thread")).toBeVisible();
    const aboutHers = page.url();
    await expect(async () => {
      await page.goto(at("/account/news"));
      await expect(page.getByRole("link", { name: "Ada Rook answered you" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByRole("button", { name: "I have seen it" }).click();
    await page.getByRole("checkbox", { name: "Threads that I follow: By mail" }).uncheck();
    await page.getByRole("combobox", { name: "Mail comes" }).selectOption("daily");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("checkbox", { name: "Threads that I follow: By mail" })).not.toBeChecked();
    await page.getByRole("button", { name: "No longer follow: Thread by Nell Quist" }).click();
    await expect(page.getByText("You follow none.")).toBeVisible();
    await page.goto(aboutHers);
    await page.getByRole("button", { name: "Tell me nothing of this thread" }).click();
    await expect(page.getByText("You hear nothing of this thread")).toBeVisible();
    await page.goto(at(story));
    await page.getByRole("article").filter({ hasText: "Do you have a picture?" }).last().locator('a[href^="/comments/at/"]').click();
    await page.getByRole("link", { name: /^More about the comment by Ada Rook/ }).click();
    await page.getByRole("button", { name: "Mute Ada Rook" }).click();
    await expect(page.getByText("You muted Ada Rook.")).toBeVisible();
    await page.goto(at("/account/news"));
    await page.getByRole("button", { name: "Hear Ada Rook again" }).click();
    await expect(page.getByRole("button", { name: "Hear Ada Rook again" })).toHaveCount(0);
    await expect(page.getByText("You hear nothing of this thread")).toBeVisible();
    await page.getByRole("button", { name: "Tell me of answers again: Thread by Nell Quist" }).click();
    await expect(page.getByText("You follow none.")).toBeVisible();

    await desk.goto(at("/desk/comments?queue=approved&name=Nell"));
    await desk.locator('a[href^="/desk/comments/people/"]').first().click();
    await desk.getByText("Grant trust…").click();
    await desk.getByRole("combobox", { name: "Level" }).selectOption("2");
    await desk.getByRole("textbox", { name: "Why" }).fill("Keeps the harbour log.");
    await desk.getByRole("button", { name: "Grant it" }).click();
    const granted = desk.getByRole("list", { name: "Granted trust" });
    await expect(granted).toContainText("Keeps the harbour log.");
    await expectAccessible(desk);
    await granted.getByRole("button", { name: "Withdraw" }).click();
    await expect(granted).toContainText("Withdrawn by Ada Rook");

    await page.goto(at("/account/data"));
    const [copy] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Everything (JSON)" }).click()]);
    expect(copy.suggestedFilename()).toBe("my-data.json");
    await page.getByRole("button", { name: "Everything (JSON)" }).click();
    await expect(page.getByRole("alert")).toContainText("You had a copy in the last seven days.");
    await page.getByLabel("Password").fill("not this one");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "The password is not right." })).toBeVisible();
    await page.getByRole("radio", { name: "Keep my comments, without my name" }).check();
    await page.getByLabel("Password").fill("another calm password");
    await page.getByRole("button", { name: "Delete my account" }).click();
    await expect(page.getByText("Your account will be deleted on")).toBeVisible();
    await page.getByRole("button", { name: "Keep my account" }).click();
    await expect(page.getByRole("button", { name: "Delete my account" })).toBeVisible();

    const { page: seeing } = await visitor({ width: 320, scheme: "dark" });
    await seeing.goto(at("/sign-up?language=fa"));
    await expectAccessible(seeing);
    await seeing.goto(at("/sign-in?next=/account/comments"));
    await seeing.getByLabel("Email").fill("nell@post.example");
    await seeing.getByLabel("Password").fill("another calm password");
    await seeing.getByRole("button", { name: "Sign in" }).click();
    await seeing.waitForURL(/\/account\/comments$/);
    for (const place of ["comments", "news", "data"]) {
      await seeing.goto(at(`/account/${place}`));
      await expectAccessible(seeing);
      expect(await seeing.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  }, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: "The Gannet <desk@gannet.example>" });
  await server.stop();
});
