import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page, type Response } from "@playwright/test";
import { eq } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { people, sections } from "@/db/schema";
import { manyStories } from "@/db/testing/many-stories";
import { browserFlags, findBrowser } from "@/e2e/browser.mjs";
import { holdIdle } from "@/e2e/hold-idle";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";
import { everythingIsHere } from "@/components/desk/editor/everything-is-here";
import { mixedStory, plainStory, wordClipboard } from "@/scripts/bench-clipboards";
import { untilQuiet } from "@/scripts/quiet";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";

/*
 * npm run bench:editor: from a key pressed to the next painted frame, in the production build, beside a bare contenteditable of the same
 * text in the same run. Everything here is bounded and stops by itself.
 */

const keys = 120;
/** Words of the story, in how many blocks of every kind where not in paragraphs alone, and how much slower the processor is made to look. */
const runs: readonly { words: number; blocks?: number; slower: number }[] = [
  { words: 700, slower: 4 },
  { words: 5000, blocks: 60, slower: 4 },
  { words: 5000, blocks: 60, slower: 1 },
  { words: 20_000, slower: 1 },
];
/** Words of the clipboard from Word, and stories of the paper in which a link is looked for. */
const wordWords = 10_000;
const paperStories = 10_000;

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
  const body = plainStory(words);
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

async function newStory(page: Page): Promise<void> {
  await page.goto("/desk");
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await isSaved(page);
  await page.getByRole("textbox", { name: "Article body" }).click();
}

/** A new story, pasted as a browser pastes; how long that took, until the frame after it, in milliseconds. */
async function pasteStory(page: Page, clipboard: string): Promise<number> {
  await newStory(page);
  const took = await page.evaluate(
    (html) =>
      new Promise<number>((done) => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        const began = performance.now();
        document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      }),
    clipboard,
  );
  await isSaved(page);
  return Math.round(took);
}

/** From asking for the open story to its first letter on the screen, in milliseconds. */
async function untilFirstKey(page: Page): Promise<number> {
  const began = Date.now();
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => (document.querySelector('.doc[contenteditable="true"]')?.children.length ?? 0) > 3);
  await page.getByRole("textbox", { name: "Article body" }).focus();
  await page.keyboard.press("x");
  await page.waitForFunction(() => document.querySelector(".doc")?.textContent?.startsWith("x"));
  const took = Date.now() - began;
  await isSaved(page);
  return took;
}

/** What the scripts that come meanwhile weigh when gzipped, in bytes, by address. */
async function scriptsDuring(page: Page, open: () => Promise<unknown>): Promise<Map<string, number>> {
  const coming: Promise<[string, number]>[] = [];
  const weigh = (response: Response) => {
    if (response.request().resourceType() === "script") coming.push(response.body().then((bytes) => [new URL(response.url()).pathname, gzipSync(bytes, { level: 9 }).length]));
  };
  page.on("response", weigh);
  await open();
  page.off("response", weigh);
  return new Map(await Promise.all(coming));
}

const sum = (weights: Iterable<number>): number => [...weights].reduce((all, one) => all + one, 0);
const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What the editor adds to the scripts of the desk's other pages, at opening and once the browser rests, and how much of it a reader's page loads. */
async function weightOfEditor(story: Page): Promise<string> {
  const page = await story.context().newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const letRest = await holdIdle(page);
  const visit = (path: string) => scriptsDuring(page, () => page.goto(path, { waitUntil: "networkidle" }));
  const editor = await visit(new URL(story.url()).pathname);
  const later = await scriptsDuring(page, async () => {
    await letRest();
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, everythingIsHere);
  });
  const [desk, reader] = [await visit("/desk"), await visit("/town/night-ferry-vote")];
  await page.close();
  const own = (all: Map<string, number>) => sum([...all].filter(([address]) => !desk.has(address)).map(([, weight]) => weight));
  const onReaders = [...reader.keys()].filter((address) => editor.has(address) || later.has(address)).length;
  return `${inKilobytes(own(editor))} at opening (${inKilobytes(sum(editor.values()))} with React and Next), ${inKilobytes(own(later))} later; ${onReaders} of its files on a reader’s page`;
}

/** How long the link picker waits for its answers, letter by letter, in a paper of so many stories. */
async function pickerIn(page: Page, newsroom: Newsroom, stories: number): Promise<string> {
  const { migratorUrl } = await startEmbeddedPostgres({ dataDir: newsroom.dataDir });
  const database = openDatabase(migratorUrl, { connections: 1, name: "bench" });
  const [person] = await database.current().select({ id: people.id }).from(people).where(eq(people.role, "editor")).limit(1);
  const [section] = await database.current().select({ id: sections.id }).from(sections).limit(1);
  await manyStories(database.current(), stories, person?.id ?? "", section?.id ?? "");
  await database.stop();
  const taken = await page.evaluate(async () => {
    const times: number[] = [];
    for (const word of ["", "ferry", "harbour council", "the", "brucke", "story 4021"])
      for (let letters = Math.min(1, word.length); letters <= word.length; letters++) {
        const began = performance.now();
        await (await fetch(`/api/v1/articles?q=${encodeURIComponent(word.slice(0, letters))}`)).json();
        times.push(performance.now() - began);
      }
    // The first answers warm the process up.
    return times.slice(3).sort((left, right) => left - right);
  });
  const at = (share: number) => Math.round(taken[Math.floor(taken.length * share)] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** A picture and a story of the demo paper, for the blocks that need one. */
async function material(page: Page): Promise<{ asset: string; story: string }> {
  const story = await page.evaluate(async () => ((await (await fetch("/api/v1/articles?q=ferry")).json()) as { value?: { id: string }[] }).value?.[0]?.id ?? "");
  await page.goto("/town/night-ferry-vote");
  const address = (await page.locator(".lead-picture picture img").first().getAttribute("src")) ?? "";
  return { asset: /\/media\/([^/]+)\//.exec(address)?.[1] ?? "", story };
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
    const parts = await material(page);
    for (const { words, blocks, slower } of runs) {
      const name = `${words} words${blocks ? ` in ${blocks} blocks of every kind` : ""}`;
      const pasted = await pasteStory(page, blocks ? mixedStory({ words, count: blocks, ...parts }) : plainStory(words));
      const opened = await untilFirstKey(page);
      if (slower === 1) row(`Pasting ${name}`, `${pasted} ms until they are painted`);
      if (slower === 1) row(`Opening a story of ${name}`, `${opened} ms until the first key is painted`);
      await page.getByRole("textbox", { name: "Article body" }).locator("> p").nth(3).click();
      const ours = await latencyOf(page, slower);
      await isSaved(page);
      const reference = await bare(browser, words, slower);
      row(`Key to painted frame, ${name}, processor ${slower === 1 ? "as it is" : `${slower} × slower`}`, `p50 ${ours.p50} ms, p95 ${ours.p95} ms (bare contenteditable ${reference.p50}, ${reference.p95})`);
    }
    row(`Pasting ${wordWords} words from Word`, `${await pasteStory(page, wordClipboard(wordWords))} ms until they are painted`);
    row("Editor’s JavaScript, gzip", await weightOfEditor(page));
    row(`Link picker, ${paperStories} stories`, await pickerIn(page, newsroom, paperStories));
  } finally {
    await browser.close();
    await newsroom.stop();
    forget(newsroom);
  }
  console.log("\n| Measure | Figure |\n|---|---|");
  for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
}

await main();
