import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { openPaper, withOwnPaper } from "./own-paper";

/* A paper on a PostgreSQL of one's own begins without demo data. */

test.setTimeout(180_000);

test("whoever sets up her own paper can publish its first story at once", async ({ visitor }) => {
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page } = await visitor();
    await openPaper(own, page, { paper: "The Gannet", name: "Ada Rook", email: "ada@gannet.example", password: "a calm long password" });

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
    expect((await page.request.get(at("/setup"))).status()).toBe(404);
  });
});
