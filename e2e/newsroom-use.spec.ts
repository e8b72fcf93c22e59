import { type LoopbackServer, startLoopbackServer } from "../db/testing/smtp";
import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { openPaper, withOwnPaper } from "./own-paper";

test.setTimeout(240_000);

/** The newest link of this kind in a mail to somebody, once it is there. */
async function linkTo(server: LoopbackServer, address: string, holds: RegExp): Promise<string> {
  const find = () => server.caught.findLast((one) => one.recipients.includes(address) && holds.test(one.mail.text ?? ""))?.mail.text ?? "";
  await expect.poll(find, { timeout: 30_000 }).toMatch(holds);
  return holds.exec(find())?.[0] ?? "";
}

test("a guest’s comment is marked from the keyboard and under the story, its author agrees by mail without JavaScript to words that the desk shortened, they go into a story, and she takes it back", async ({ visitor }) => {
  const server = await startLoopbackServer();
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page: desk } = await visitor();
    await openPaper(own, desk, { paper: "The Gannet", name: "Ada Rook", email: "ada@gannet.example", password: "a calm long password" });
    await desk.goto(at("/desk"));
    await desk.getByRole("button", { name: "New story" }).click();
    await desk.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
    await saved(desk);
    await desk.getByRole("textbox", { name: "Headline" }).fill("The last boat sails at night");
    await desk.getByRole("textbox", { name: "Article body" }).click();
    await desk.keyboard.type("It sails.");
    await desk.getByRole("combobox", { name: "Section" }).selectOption({ label: "News" });
    await saved(desk);
    const story = await publish(desk);

    const { page: guest } = await visitor({ javaScript: false, width: 390 });
    await guest.goto(at(story));
    await guest.getByRole("textbox", { name: "Name" }).fill("Nell Quist");
    await guest.getByRole("textbox", { name: "Email" }).fill("nell@post.example");
    await guest.getByRole("textbox", { name: "Comment" }).fill("My grandmother sailed on it in 1931, and not at night. She said so until she died.");
    await guest.getByRole("button", { name: "Post comment" }).click();
    await expect(async () => {
      await guest.getByRole("button", { name: "Post comment" }).click();
      await expect(guest.getByRole("status")).toContainText("Check your mail", { timeout: 500 });
    }).toPass({ intervals: [3000] });
    const ownPage = guest.url();
    await guest.goto(await linkTo(server, "nell@post.example", /http\S+\/comments\/confirm\/\S+/));
    await guest.getByRole("checkbox", { name: "Tell me by mail of answers" }).check();
    await guest.getByRole("button", { name: "Confirm and send to review" }).click();
    await expect(guest.getByRole("status")).toContainText("waiting for review");

    await desk.goto(at("/desk/comments"));
    const card = desk.getByRole("article").filter({ hasText: "My grandmother" });
    await card.click({ position: { x: 200, y: 8 } });
    await expect(async () => {
      await desk.keyboard.press("n");
      await expect(card.getByRole("button", { name: "Possible letter" })).toBeFocused({ timeout: 500 });
    }).toPass();
    await desk.keyboard.press("Enter");
    await expect(card.getByText("For the newsroom: letter (noted)")).toBeVisible();
    await expectAccessible(desk);
    await card.getByRole("button", { name: "Approve" }).click();
    await expect(card).toHaveCount(0);
    await desk.goto(at(story));
    const under = desk.getByRole("article").filter({ hasText: "My grandmother" });
    await under.getByRole("button", { name: /^Moderate the comment by/ }).click();
    await under.getByRole("button", { name: "Correction report" }).click();
    await expect(desk.getByText("Marked as a correction report.")).toBeVisible();

    await desk.goto(at("/desk"));
    await desk.getByRole("link", { name: "From readers 2" }).click();
    await expect(desk.getByRole("heading", { level: 1, name: "For the newsroom" })).toBeVisible();
    await expectAccessible(desk);
    const letter = desk.getByRole("article", { name: "Letter: Nell Quist" });
    await letter.getByRole("textbox", { name: "As it would be printed" }).fill("My grandmother sailed on it in 1931, and not at night.");
    await letter.getByRole("button", { name: "Ask her" }).click();
    await expect(letter).toContainText("Its author was asked");

    await guest.goto(ownPage);
    await expect(guest.getByRole("link", { name: "Read it and answer" })).toBeVisible();
    const link = await linkTo(server, "nell@post.example", /http\S+\/comments\/asked\/\S+/);
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1, name: "A question from the newsroom" })).toBeVisible();
    await expect(guest.getByText("My grandmother sailed on it in 1931, and not at night.", { exact: true })).toBeVisible();
    await guest.getByRole("textbox", { name: "Your name, as it is printed" }).fill("N");
    await guest.getByRole("button", { name: "I agree" }).click();
    await expect(guest.getByRole("alert")).toContainText("Write your name as it is to be printed.");
    await guest.getByRole("textbox", { name: "Your name, as it is printed" }).fill("Nell Quist, Harbour Row");
    await guest.getByRole("button", { name: "I agree" }).click();
    await expect(guest.getByRole("status")).toContainText("the letter may be printed, signed Nell Quist, Harbour Row.");

    await desk.reload();
    await expect(letter).toContainText("She agrees: it may be printed");
    const report = desk.getByRole("article", { name: "Correction report: Nell Quist" });
    await report.getByRole("button", { name: "It is corrected" }).click();
    await expect(report).toHaveCount(0);
    await letter.getByRole("button", { name: "Put it there" }).click();
    await expect(letter).toHaveCount(0);
    await desk.getByRole("link", { name: "Show what is settled, too" }).click();
    await expect(report).toContainText("Corrected");
    await letter.getByRole("link", { name: "a story without a headline" }).click();
    await expect(desk.getByRole("textbox", { name: "Article body" })).toHaveText("My grandmother sailed on it in 1931, and not at night.");

    await guest.reload();
    await expect(guest.getByRole("status")).toContainText("The newsroom has taken your letter into a story.");
    await guest.getByText("Take it back", { exact: true }).click();
    await guest.getByRole("button", { name: "I take it back" }).click();
    await expect(guest.getByRole("status")).toContainText("You took it back on");
    await desk.goto(at("/desk/comments/newsroom?kind=letter"));
    await expect(letter).toContainText("may not be printed any more");
    await desk.goto(link);
    await expectAccessible(desk);
    expect((await desk.goto(at("/comments/asked/nothing-of-the-kind-here")))?.status()).toBe(404);
    await expect(desk.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  }, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: "The Gannet <desk@gannet.example>" });
  await server.stop();
});
