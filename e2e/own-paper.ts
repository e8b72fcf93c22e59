import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { startEmbeddedPostgres } from "../server/embedded-postgres";
import { removeEmbeddedPostgres } from "../server/postgres-place";
import { forget, type Newsroom, startNewsroom } from "./newsroom";

export type OwnPaper = { newsroom: Newsroom; at: (path: string) => string };

/** Starts an empty paper with a database of its own, for what would be in the way of others on the demo paper, and ends both afterwards. `env` is set for it beside what every test sets. */
export async function withOwnPaper(act: (paper: OwnPaper) => Promise<void>, env: Record<string, string> = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-own-"));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const newsroom = await startNewsroom({ env: { DATABASE_URL: server.migratorUrl, DATABASE_APP_URL: server.appUrl, DATABASE_READER_URL: server.readerUrl, SECRET: "a secret of this test alone, 0123456789 abcdefgh", ...env } });
    try {
      await act({ newsroom, at: (path) => newsroom.origin + path });
    } finally {
      await newsroom.stop();
      forget(newsroom);
    }
  } finally {
    await server.stop();
    removeEmbeddedPostgres(folder);
  }
}

/** Who opens a paper, and what it is called. */
export type Opening = { paper: string; name: string; email: string; password: string };

/** Opens the paper with the token that its start printed; the page is its administrator's afterwards. */
export async function openPaper({ newsroom, at }: OwnPaper, page: Page, { paper, name, email, password }: Opening): Promise<void> {
  await expect.poll(() => newsroom.printed()).toContain("with this token:");
  await page.goto(at("/setup"));
  await page.getByRole("textbox", { name: "Token" }).fill(/with this token: (\S+)/.exec(newsroom.printed())?.[1] ?? "");
  await page.getByRole("textbox", { name: "Name of the paper" }).fill(paper);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Open the paper" }).click();
  await page.waitForURL(/\/desk\/people$/);
}
