import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../server/embedded-postgres";
import { removeEmbeddedPostgres } from "../server/postgres-place";
import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { forget, startNewsroom } from "./newsroom";

/* A paper on a PostgreSQL of one's own begins without demo data. */

test.setTimeout(180_000);

test("whoever sets up her own paper can publish its first story at once", async ({ visitor }) => {
  const server = mkdtempSync(join(tmpdir(), "standfirst-own-postgres-"));
  const postgres = await startEmbeddedPostgres({ dataDir: server });
  const newsroom = await startNewsroom({ env: { DATABASE_URL: postgres.migratorUrl, DATABASE_APP_URL: postgres.appUrl, DATABASE_READER_URL: postgres.readerUrl, SECRET: "a secret of this test alone, 0123456789 abcdefgh" } });
  try {
    const { page } = await visitor();
    const at = (path: string) => newsroom.origin + path;
    await expect.poll(() => newsroom.printed()).toContain("with this token:");
    const token = /with this token: (\S+)/.exec(newsroom.printed())?.[1] ?? "";
    await page.goto(at("/setup"));
    await page.getByRole("textbox", { name: "Token" }).fill(token);
    await page.getByRole("textbox", { name: "Name of the paper" }).fill("The Gannet");
    await page.getByRole("textbox", { name: "Your name" }).fill("Ada Rook");
    await page.getByRole("textbox", { name: "Email" }).fill("ada@gannet.example");
    await page.getByRole("textbox", { name: "Password" }).fill("a calm long password");
    await page.getByRole("button", { name: "Open the paper" }).click();
    await page.waitForURL(/\/desk\/people$/);

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
  } finally {
    await newsroom.stop();
    forget(newsroom);
    await postgres.stop();
    removeEmbeddedPostgres(server);
  }
});
