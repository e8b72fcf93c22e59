import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { languageCodes } from "@/db/vocabulary";
import { answerClosed, type Closed, closedPage, likedLanguage, watchClosing } from "@/server/closed";

let why: Closed = "starting";
let retryAfter: string | null = null;
const server = createServer((request, response) => {
  if (retryAfter) response.setHeader("Retry-After", retryAfter);
  answerClosed(why, request, response, true);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => server.close());
const at = server.address();
const origin = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") => fetch(origin + path, { headers, method });

it("whoever comes while the paper starts is told so with 503, in her own language, and when to come again", async () => {
  const answer = await ask("/town/a-story?x=1", { Accept: "text/html,*/*", "Accept-Language": "fa-IR,fa;q=0.9,en;q=0.5" });
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([503, "5", "no-store"]);
  const page = await answer.text();
  expect(page).toContain('<html lang="fa" dir="rtl">');
  expect(page).toContain("به‌زودی برمی‌گردیم");
  expect(answer.headers.get("content-security-policy")).toMatch(/style-src 'sha256-/);
});

it("programs get one line, forms are not read, and the process says that it lives", async () => {
  why = "maintenance";
  const feed = await ask("/feeds/rss.xml", { Accept: "application/rss+xml" });
  expect([feed.status, feed.headers.get("retry-after"), feed.headers.get("content-type")]).toEqual([503, "120", "text/plain; charset=utf-8"]);
  expect((await ask("/comments", {}, "POST")).status).toBe(503);
  expect((await ask("/readyz")).status).toBe(503);
  expect((await ask("/healthz")).status).toBe(200);
});

it.each(languageCodes)("%s has the whole page", (language) => {
  for (const reason of ["starting", "maintenance", "trouble"] as const) expect(closedPage(reason, language)).toMatch(/<h1>.+<\/h1><p>.+<\/p>/);
});

it.each([[undefined, "en"], ["", "en"], ["pt-BR", "en"], ["de-AT,en;q=0.8", "de"], ["en;q=0.3, fr;q=0.9", "fr"], ["ar;q=0, es", "es"], ["*", "en"]])("of the languages %j it speaks %s", (accepted, spoken) => expect(likedLanguage(accepted)).toBe(spoken));

it("closes and opens with a file in the data folder, within seconds", () => {
  vi.useFakeTimers();
  const folder = mkdtempSync(join(tmpdir(), "standfirst-closed-"));
  const watch = watchClosing(folder);
  const told: boolean[] = [];
  watch.tell((closed) => told.push(closed));
  expect(watch.isClosed()).toBe(false);
  writeFileSync(join(folder, "closed"), "");
  vi.advanceTimersByTime(2_000);
  expect(watch.isClosed()).toBe(true);
  rmSync(join(folder, "closed"));
  vi.advanceTimersByTime(2_000);
  expect(watch.isClosed()).toBe(false);
  expect(told).toEqual([true, false]);
  watch.stop();
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

it("tells whoever sent a form that it was not read, and does not take the way back by looking again", () => {
  for (const language of languageCodes) {
    const [asked, sent] = [closedPage("maintenance", language), closedPage("maintenance", language, true)];
    expect(asked).toContain('http-equiv="refresh"');
    expect(sent).not.toContain("refresh");
    expect(sent.match(/<p>/g)).toHaveLength(2);
  }
});

it("says that it looks again only where it does, and in trouble that nothing came of what was sent", async () => {
  const last = (page: string) => /<p>([^<]+)<\/p><\/main>/.exec(page)?.[1];
  for (const language of languageCodes) expect(last(closedPage("trouble", language, true))).not.toBe(last(closedPage("maintenance", language, true)));
  expect(closedPage("trouble", "en")).toContain("looks again");
  expect(closedPage("trouble", "en", true)).not.toMatch(/looks again|not read/);
  expect(closedPage("trouble", "en", true)).toContain("Nothing came of what you sent.");
  why = "trouble";
  expect(await (await ask("/feeds/rss.xml")).text()).not.toContain("looks again");
});

it("keeps the time that was set for coming again", async () => {
  retryAfter = "600";
  expect((await ask("/comments", {}, "POST")).headers.get("retry-after")).toBe("600");
  retryAfter = null;
});

it.each([["/town", "'none'"], ["/desk/articles/1/preview?x=1", "'self'"], ["/oembed/1", "*"]])("at %s it may be framed by %s, as the page it stands for", async (path, framers) => {
  expect((await ask(path, { Accept: "text/html" })).headers.get("content-security-policy")).toContain(`frame-ancestors ${framers}`);
});
