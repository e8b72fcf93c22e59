import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";

/*
 * npm run bench: the figures of docs/performance.md, measured side by side in one run on loopback. Times on a shared machine are noisy;
 * ratios within one run are what counts. Everything here is bounded and stops by itself.
 */

const seconds = 4;
const connections = 32;
const story = "/town/night-ferry-vote";

async function rate(url: string, headers: Record<string, string> = {}): Promise<{ rate: number; errors: number }> {
  const result = await autocannon({ url, connections, duration: seconds, headers });
  return { rate: result.requests.average, errors: result.errors + result.non2xx };
}

/** A bare server that returns the same bytes. */
async function bare(body: Buffer, headers: Record<string, string>): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`, close: () => server.close() };
}

async function cached(newsroom: Newsroom, encoding: "identity" | "gzip"): Promise<string> {
  const headers = { "accept-encoding": encoding };
  const response = await fetch(newsroom.origin + story, { headers });
  const page = Buffer.from(await response.arrayBuffer());
  const sent = encoding === "gzip" ? gzipSync(page, { level: 9 }) : page;
  const reference = await bare(sent, { "Content-Type": "text/html; charset=utf-8", ...(encoding === "gzip" ? { "Content-Encoding": "gzip" } : {}) });
  // In turns, so that a slow second of the machine falls on both.
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round++) {
    theirs.push((await rate(reference.url)).rate);
    ours.push((await rate(newsroom.origin + story, headers)).rate);
  }
  reference.close();
  const median = (values: number[]) => [...values].sort((left, right) => left - right)[1] ?? 0;
  return `${Math.round(median(ours))} a second, ${(median(ours) / median(theirs)).toFixed(2)} × a bare node:http server with the same bytes (${Math.round(median(theirs))})`;
}

type Session = { cookie: string; origin: string };

async function signIn(newsroom: Newsroom): Promise<Session> {
  // The sign-in form works without scripts: its hidden fields are posted back as a browser would.
  const page = await (await fetch(`${newsroom.origin}/sign-in`)).text();
  const form = new FormData();
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) form.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  const editor = newsroom.logins.find((login) => login.role === "editor");
  form.append("email", editor?.email ?? "");
  form.append("password", editor?.password ?? "");
  const answer = await fetch(`${newsroom.origin}/sign-in`, { method: "POST", body: form, redirect: "manual", headers: { Origin: newsroom.origin } });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  if (!cookie.includes("standfirst=")) throw new Error(`Signing in failed with ${answer.status}.`);
  return { cookie, origin: newsroom.origin };
}

async function call<Value>({ cookie, origin }: Session, path: string, body?: unknown): Promise<Value> {
  const response = await fetch(origin + path, body === undefined ? { headers: { cookie } } : { method: "POST", headers: { cookie, Origin: origin, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const answer = (await response.json()) as { value?: Value; failure?: { message: string } };
  if (answer.value === undefined) throw new Error(`${path}: ${answer.failure?.message}`);
  return answer.value;
}

/** Publishes an update of one live story again and again, and asks four surfaces whether they show it. */
async function visibility(newsroom: Newsroom, session: Session, rounds: number, readers: number): Promise<string> {
  const { id } = await call<{ id: string }>(session, "/api/v1/articles", { content: await someStory(newsroom, session) });
  const published = await call<{ seq: number }>(session, `/api/v1/articles/${id}/publish`, { version: 1 });
  if (!published.seq) throw new Error("The story was not published.");
  const { path } = await call<{ path: string }>(session, `/api/v1/articles/${id}/state`);
  let reading = true;
  const load = Array.from({ length: readers }, async () => {
    while (reading) await (await fetch(newsroom.origin + path)).arrayBuffer();
  });
  const times: number[] = [];
  let stale = 0;
  let version = 2;
  for (let round = 0; round < rounds; round++) {
    const mark = `Correction number ${round} of this run`;
    const began = performance.now();
    await call(session, `/api/v1/articles/${id}/correct`, { version: version++, kind: "correction", note: mark });
    const shown = await Promise.all([path, "/feeds/rss.xml", "/feeds/town/feed.json", "/corrections"].map(async (surface) => (await (await fetch(newsroom.origin + surface)).text()).includes(mark)));
    times.push(performance.now() - began);
    stale += shown.filter((one) => !one).length;
  }
  reading = false;
  await Promise.all(load);
  const gone = performance.now();
  await call(session, `/api/v1/articles/${id}/unpublish`, { version, reason: "The measurement is over" });
  const status = (await fetch(newsroom.origin + path)).status;
  times.sort((left, right) => left - right);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${stale} stale reads in ${rounds * 4}; unpublished → ${status} in ${Math.round(performance.now() - gone)} ms`;
}

async function someStory(newsroom: Newsroom, session: Session): Promise<Record<string, unknown>> {
  const desk = await (await fetch(`${newsroom.origin}/desk?q=boat`, { headers: { cookie: session.cookie } })).text();
  const known = /\/desk\/articles\/([0-9a-f-]{36})/.exec(desk)?.[1] ?? "";
  const editor = await (await fetch(`${newsroom.origin}/desk/articles/${known}`, { headers: { cookie: session.cookie } })).text();
  const section = /\\"id\\":\\"([0-9a-f-]{36})\\",\\"slug\\":\\"town\\"/.exec(editor)?.[1] ?? "";
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  return { kicker: "Bench", headline: `A story that is measured ${Date.now()}`, standfirst: "It is corrected very often.", dateline: "", slug: "", sectionId: section, language: "en", tags: [], bylines: [], lead: null, body: { type: "doc", content: Array.from({ length: 12 }, (_, index) => paragraph(`Paragraph ${index}. ${"words of a story ".repeat(14)}`)) } };
}

async function main(): Promise<void> {
  const newsroom = await startNewsroom();
  const rows: [string, string][] = [];
  const row = (what: string, figure: string) => {
    rows.push([what, figure]);
    console.log(`${what}: ${figure}`);
  };
  try {
    const html = Buffer.from(await (await fetch(newsroom.origin + story, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
    const script = /src="(\/reader-[^"]+\.js)"/.exec(html.toString("utf8"))?.[1] ?? "";
    const js = Buffer.from(await (await fetch(newsroom.origin + script, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
    row("Article page, HTML with its styles, gzip", `${(gzipSync(html, { level: 9 }).length / 1024).toFixed(1)} KB`);
    row("Reader’s JavaScript, gzip", `${(gzipSync(js, { level: 9 }).length / 1024).toFixed(1)} KB`);
    row("Cached article, plain", await cached(newsroom, "identity"));
    row("Cached article, gzip", await cached(newsroom, "gzip"));
    // A cursor that nobody wrote shows the same page under a key of its own: each request is rendered.
    let number = 0;
    const rendered = await autocannon({ url: newsroom.origin, connections: 4, duration: seconds, requests: [{ method: "GET", setupRequest: (request) => ({ ...request, path: `${story}?c=${number++}` }) }] });
    row("Uncached article, one process", `${Math.round(rendered.requests.average)} a second`);
    const session = await signIn(newsroom);
    row("Correction → article, two feeds, corrections page, without load", await visibility(newsroom, session, 100, 0));
    row("The same under 16 concurrent readers", await visibility(newsroom, session, 100, 16));
  } finally {
    await newsroom.stop();
    forget(newsroom);
  }
  console.log("\n| Measure | Figure |\n|---|---|");
  for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
}

await main();
