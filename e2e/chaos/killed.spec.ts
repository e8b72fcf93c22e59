import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { forget, freePort, killPostgres, type Newsroom, postmasterOf, startNewsroom } from "../newsroom";

/* What was acknowledged survives, what was typed meanwhile arrives, nothing comes twice. Each test has a newsroom of its own to kill. */

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

let newsroom: Newsroom;
let port: number;
let context: BrowserContext;
let page: Page;

const again = async () => {
  newsroom = await startNewsroom({ port, dataDir: newsroom.dataDir });
};
const body = () => page.getByRole("textbox", { name: "Article body" });
const saved = () => expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible({ timeout: 30_000 });

test.beforeAll(async () => {
  // A newsroom of its own comes up first.
  test.setTimeout(180_000);
  port = await freePort();
  newsroom = await startNewsroom({ port });
  const browser = await chromium.launch({ executablePath: process.env.STANDFIRST_BROWSER ?? "", args: JSON.parse(process.env.STANDFIRST_BROWSER_FLAGS ?? "[]") as string[] });
  context = await browser.newContext({ baseURL: newsroom.origin });
  page = await context.newPage();
  const editor = newsroom.logins.find((login) => login.role === "editor");
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(editor?.email ?? "");
  await page.getByLabel("Password").fill(editor?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/desk");
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/articles\//);
  await saved();
  await page.getByRole("textbox", { name: "Headline" }).fill("Written through crashes");
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "Town" });
  await saved();
});

test.afterAll(async () => {
  await context.browser()?.close();
  await newsroom.stop();
  forget(newsroom);
});

/** Types the same words again and again without a gap until it is stopped; what was typed comes back then. */
function typeOn(words: string): () => Promise<string> {
  let going = true;
  const typed = (async () => {
    let text = "";
    while (going) {
      await page.keyboard.type(words, { delay: 60 });
      text += words;
    }
    return text;
  })();
  return () => {
    going = false;
    return typed;
  };
}

/** The line is there again though the typing never paused. */
const onTheLineAgain = () => expect(page.getByRole("status").filter({ hasText: /^Sav(ing|ed)/ })).toBeVisible({ timeout: 15_000 });

test("the server is killed in mid-sentence, three times: every letter is there, once, and whoever types on without a pause is back on the line", async () => {
  await body().click();
  let written = "";
  for (let round = 0; round < 3; round++) {
    const before = `Round ${round}: acknowledged before. `;
    await page.keyboard.type(before);
    await saved();
    newsroom.process.kill("SIGKILL");
    const stopTyping = typeOn("Typed on and on. ");
    await expect(page.getByRole("status").filter({ hasText: /^(Not connected: keep this tab open|Offline: [\d,]+ changes? kept on this device)$/ })).toBeVisible({ timeout: 20_000 });
    await again();
    await onTheLineAgain();
    written += before + (await stopTyping());
    await saved();
  }
  await page.reload();
  await saved();
  expect((await body().innerText()).trim()).toBe(written.trim());
});

test("PostgreSQL is killed under the running server: it comes back, typing goes on, readers still read", async () => {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  const path = await page.getByRole("link", { name: "View story" }).getAttribute("href");
  const home = await context.request.get("/");
  expect(home.status()).toBe(200);
  await page.getByRole("button", { name: "Close" }).last().click();
  await body().click();
  await page.keyboard.press("Control+End");
  const before = await body().innerText();
  const stopTyping = typeOn("Typed while the database was down. ");
  killPostgres(newsroom.dataDir);
  expect((await context.request.get("/")).status()).toBe(200);
  await expect(page.getByRole("status").filter({ hasText: /^(Not connected: keep this tab open|Offline: [\d,]+ changes? kept on this device)$/ })).toBeVisible({ timeout: 20_000 });
  await onTheLineAgain();
  const typed = await stopTyping();
  await saved();
  await page.reload();
  await saved();
  const spaced = (text: string) => text.trim().replace(/\s+/g, " ");
  expect(spaced(await body().innerText())).toBe(spaced(`${before} ${typed}`));
  await expect.poll(async () => (await context.request.get(path ?? "")).status(), { timeout: 15_000 }).toBe(200);
  expect(newsroom.process.exitCode).toBeNull();
});

test("an unpublished story stays gone after a crash, a comment that was accepted stays", async () => {
  const articleId = page.url().split("/").at(-1) ?? "";
  const state = (await (await context.request.get(`/api/v1/articles/${articleId}/state`)).json()) as { value: { version: number; path: string } };
  const done = await context.request.post(`/api/v1/articles/${articleId}/unpublish`, { data: { version: state.value.version, reason: "A test" }, headers: { Origin: newsroom.origin } });
  expect(done.status()).toBe(200);
  expect((await context.request.get(state.value.path)).status()).toBe(410);
  newsroom.process.kill("SIGKILL");
  await again();
  expect((await context.request.get(state.value.path)).status()).toBe(410);
  expect(await (await context.request.get("/")).text()).not.toContain("Written through crashes");
});

test("closed for a while, it is at rest and takes nothing, and what was typed meanwhile arrives when it opens", async () => {
  const closing = join(newsroom.dataDir, "closed");
  writeFileSync(closing, "");
  await expect.poll(async () => (await fetch(newsroom.origin)).status, { timeout: 10_000 }).toBe(503);
  await expect(page.getByRole("status").filter({ hasText: /^(Not connected: keep this tab open|Offline: nothing unsent)$/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("textbox", { name: "Headline" }).fill("Written through crashes, and before a closed door");
  rmSync(closing);
  await expect.poll(async () => (await fetch(newsroom.origin)).status, { timeout: 10_000 }).toBe(200);
  await saved();
  await page.reload();
  await saved();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("Written through crashes, and before a closed door");
});

test("asked to stop, it stops cleanly, PostgreSQL included, and starts again with everything there", async () => {
  const pid = postmasterOf(newsroom.dataDir);
  // In hand when it is told.
  const asked = Array.from({ length: 4 }, (_, number) =>
    fetch(`${newsroom.origin}/search?q=${number}`).then(
      async (answer) => `${answer.status} ${(await answer.text()).trimEnd().slice(-7)}`,
      (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.message,
    ),
  );
  await new Promise((done) => setTimeout(done, 20));
  await newsroom.stop();
  for (const answer of await Promise.all(asked)) expect(["200 </html>", "ECONNREFUSED"], "answered to its end, or not taken").toContain(answer);
  expect(newsroom.process.exitCode).toBe(0);
  expect(newsroom.printed().split("Stopping")[1], "nothing that went on complains").not.toMatch(/"level":[56]0/);
  expect(() => process.kill(pid, 0)).toThrow();
  const began = Date.now();
  await again();
  expect((await context.request.get("/")).status()).toBe(200);
  test.info().annotations.push({ type: "warm start", description: `${Date.now() - began} ms` });
  await page.reload();
  await saved();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("Written through crashes, and before a closed door");
  expect(execFileSync("ls", [newsroom.dataDir], { encoding: "utf8" })).toContain("secret");
});
