import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { openPaper, withOwnPaper } from "./own-paper";

/* A paper on a PostgreSQL of one's own begins without demo data. */

test.setTimeout(180_000);

const ada = { paper: "The Gannet", name: "Ada Rook", email: "ada@gannet.example", password: "a calm long password" };

test("whoever sets up her own paper can publish its first story at once, and her browser has nothing to complain of", async ({ visitor }) => {
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page, context } = await visitor({ worker: true });
    // Whatever its kind; that an address answers 404 is what one asks of it below.
    const said: string[] = [];
    for (const one of [page, await context.newPage()]) one.on("console", (message) => /status of 404/.test(message.text()) || said.push(`${message.type()}: ${message.text()}`));
    const second = context.pages().at(-1) ?? page;
    await second.goto(at("/setup"));
    await expectAccessible(second);
    await openPaper(own, page, ada);

    // Another tab still shows the form: it says that it came too late, and then what stands here now.
    await second.getByRole("textbox", { name: "Token" }).fill("no token");
    for (const [name, typed] of [["Name of the paper", "Late"], ["Your name", "Late"], ["Email", "late@gannet.example"], ["Password", "another long password"]] as const) await second.getByRole("textbox", { name }).fill(typed);
    await second.getByRole("button", { name: "Open the paper" }).click();
    await expect(second.getByRole("alert")).toBeVisible();

    await page.getByRole("link", { name: "Settings" }).first().click();
    await expect(page.getByRole("list", { name: "Sections in their order" }).getByRole("heading", { level: 2 })).toHaveText(["News", "Opinion", "Culture", "Sport"]);
    await expectAccessible(page);

    await page.goto(at("/desk"));
    await page.getByRole("button", { name: "New story" }).click();
    await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
    await saved(page);
    await page.getByRole("textbox", { name: "Headline" }).fill("The first story of The Gannet");
    await page.getByRole("textbox", { name: "Article body" }).click();
    await page.keyboard.type("It begins here.");
    await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "News" });
    await saved(page);
    const path = await publish(page);
    expect(path).toBe("/news/the-first-story-of-the-gannet");
    await page.goto(at(path));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The first story of The Gannet");
    await page.goto(at("/"));
    await expect(page.getByRole("link", { name: "The first story of The Gannet" }).first()).toBeVisible();

    await page.goto(at("/desk"));
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.waitForURL(at("/sign-in"));
    expect((await page.goto(at("/setup")))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "This paper is open" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByRole("textbox", { name: "Email" }).fill(ada.email);
    await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(at("/desk"));
    expect(said, "what the browser’s console said").toEqual([]);
  });
});
