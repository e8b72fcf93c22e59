import { createServer } from "node:http";
import { type Browser, chromium, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "@/e2e/browser.mjs";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";
import { untilQuiet } from "@/scripts/quiet";

/*
 * npm run bench:editor: from a key pressed to the next painted frame, in the production build, beside a bare contenteditable of the same
 * text in the same run. Everything here is bounded and stops by itself.
 */

const keys = 120;
/** Words of the story, and how much slower the processor is made to look. */
const runs = [
  { words: 700, slower: 4 },
  { words: 5000, slower: 4 },
  { words: 5000, slower: 1 },
  { words: 20_000, slower: 1 },
] as const;

const sentence = "The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass.";
const wordsInSentence = 15;

/** So many words in paragraphs of about eighty. */
function paragraphsOf(words: number): string[] {
  return Array.from({ length: Math.max(1, Math.round(words / 75)) }, () => Array.from({ length: 75 / wordsInSentence }, () => sentence).join(" "));
}

type Latency = { p50: number; p95: number };

/** Types into the focused text and reads, in the page, how long each key took to be painted. */
async function latencyOf(page: Page, slower: number): Promise<Latency> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.evaluate(() => {
    const taken: number[] = [];
    (window as unknown as { taken: number[] }).taken = taken;
    addEventListener(
      "keydown",
      (event) => {
        const pressed = event.timeStamp;
        requestAnimationFrame(() => {
          // A message after the frame's callbacks arrives when the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => taken.push(performance.now() - pressed);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  // The first keys warm the page up and are not counted.
  for (let key = 0; key < keys + 15; key++) {
    await page.keyboard.press("abcdefghijklmno pqrstuvw"[key % 24] ?? "a");
    await page.waitForTimeout(slower > 1 ? 110 : 60);
  }
  const taken = (await page.evaluate(() => (window as unknown as { taken: number[] }).taken)).slice(15).sort((left, right) => left - right);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await devtools.detach();
  const at = (share: number) => Math.round(taken[Math.floor(taken.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

/** The same text in an editable element with nothing around it. */
async function bare(browser: Browser, words: number, slower: number): Promise<Latency> {
  const body = paragraphsOf(words).map((text) => `<p>${text}</p>`).join("");
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(`<!doctype html><title>bare</title><div id="body" contenteditable style="max-width:37em">${body}</div>`));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`);
  await page.locator("p").nth(3).click();
  const latency = await latencyOf(page, slower);
  await page.close();
  server.closeAllConnections();
  server.close();
  return latency;
}

async function signedIn(browser: Browser, newsroom: Newsroom): Promise<Page> {
  const context = await browser.newContext({ baseURL: newsroom.origin, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const editor = newsroom.logins.find((login) => login.role === "editor");
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(editor?.email ?? "");
  await page.getByLabel("Password").fill(editor?.password ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/desk");
  return page;
}

const isSaved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved/ }).waitFor({ timeout: 60_000 });

/** A new story of so many words, pasted as a browser pastes; how long that took, until the frame after it, in milliseconds. */
async function pasteStory(page: Page, words: number): Promise<number> {
  await page.goto("/desk");
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await isSaved(page);
  await page.getByRole("textbox", { name: "Article body" }).click();
  const took = await page.evaluate(
    (html) =>
      new Promise<number>((done) => {
        const clipboard = new DataTransfer();
        clipboard.setData("text/html", html);
        const began = performance.now();
        document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      }),
    paragraphsOf(words).map((text) => `<p>${text}</p>`).join(""),
  );
  await isSaved(page);
  return Math.round(took);
}

async function main(): Promise<void> {
  const found = await findBrowser();
  Object.assign(process.env, found.env);
  const newsroom = await startNewsroom();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: browserFlags, env: { ...process.env, ...found.env } as Record<string, string> });
  const rows: [string, string][] = [];
  const row = (what: string, figure: string) => {
    rows.push([what, figure]);
    console.log(`${what}: ${figure}`);
  };
  try {
    await untilQuiet();
    const page = await signedIn(browser, newsroom);
    for (const { words, slower } of runs) {
      const pasted = await pasteStory(page, words);
      const began = Date.now();
      await page.reload();
      await isSaved(page);
      if (slower === 1) row(`Pasting ${words} words`, `${pasted} ms until they are painted`);
      if (slower === 1) row(`Opening a story of ${words} words`, `${Date.now() - began} ms until it may be typed in`);
      await page.getByRole("textbox", { name: "Article body" }).locator("p").nth(3).click();
      const ours = await latencyOf(page, slower);
      await isSaved(page);
      const reference = await bare(browser, words, slower);
      row(`Key to painted frame, ${words} words, processor ${slower === 1 ? "as it is" : `${slower} × slower`}`, `p50 ${ours.p50} ms, p95 ${ours.p95} ms (bare contenteditable ${reference.p50}, ${reference.p95})`);
    }
  } finally {
    await browser.close();
    await newsroom.stop();
    forget(newsroom);
  }
  console.log("\n| Measure | Figure |\n|---|---|");
  for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
}

await main();
