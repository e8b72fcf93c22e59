import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";
import { bareServer } from "@/scripts/bare-server";
import { untilQuiet } from "@/scripts/quiet";
import { type Session, signIn } from "@/scripts/sign-in";

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

async function cached(newsroom: Newsroom, encoding: "identity" | "gzip"): Promise<string> {
  const headers = { "accept-encoding": encoding };
  const response = await fetch(newsroom.origin + story, { headers });
  const page = Buffer.from(await response.arrayBuffer());
  const sent = encoding === "gzip" ? gzipSync(page, { level: 9 }) : page;
  const reference = await bareServer({ body: sent, headers: { "Content-Type": "text/html; charset=utf-8", ...(encoding === "gzip" ? { "Content-Encoding": "gzip" } : {}) } });
  // In turns, so that a slow second of the machine falls on both.
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round++) {
    theirs.push((await rate(reference.origin)).rate);
    ours.push((await rate(newsroom.origin + story, headers)).rate);
  }
  reference.close();
  const median = (values: number[]) => [...values].sort((left, right) => left - right)[1] ?? 0;
  return `${Math.round(median(ours))} a second, ${(median(ours) / median(theirs)).toFixed(2)} × a bare node:http server with the same bytes (${Math.round(median(theirs))})`;
}

async function call<Value>({ cookie, origin }: Session, path: string, body?: unknown): Promise<Value> {
  const response = await fetch(origin + path, body === undefined ? { headers: { cookie } } : { method: "POST", headers: { cookie, Origin: origin, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const answer = (await response.json()) as { value?: Value; failure?: { message: string } };
  if (answer.value === undefined) throw new Error(`${path}: ${answer.failure?.message}`);
  return answer.value;
}

/** Readers beside what is measured: begins to read, and gives what makes them stop. */
type Reading = { name: string; begin(newsroom: Newsroom): () => Promise<unknown> };

const readAbout = [story, "/", "/town"];
const nobody: Reading = { name: "nobody", begin: () => async () => undefined };

/** So many readers who ask for the next page as soon as they have one. */
const readers = (number: number): Reading => ({
  name: `${number}-readers`,
  begin({ origin }) {
    let reading = true;
    const load = Array.from({ length: number }, async () => {
      while (reading) for (const path of readAbout) await (await fetch(origin + path)).arrayBuffer();
    });
    return () => {
      reading = false;
      return Promise.all(load);
    };
  },
});

/** So many requests a second, however quickly they are answered. */
const steadily = (aSecond: number): Reading => ({
  name: `${aSecond}-a-second`,
  begin({ origin }) {
    const { promise: over, resolve, reject } = Promise.withResolvers<autocannon.Result>();
    const load = autocannon({ url: origin, connections: 16, overallRate: aSecond, duration: 120, requests: readAbout.map((path) => ({ method: "GET" as const, path })) }, (error, result) => (error ? reject(error) : resolve(result)));
    return async () => {
      load.stop();
      const { requests, errors, non2xx } = await over;
      // Pages are asked for all the time: fewer requests than were meant would be another measurement.
      if (errors + non2xx > 0 || requests.average < aSecond * 0.9) throw new Error(`${requests.average} requests a second, ${errors} errors, ${non2xx} refusals.`);
    };
  },
});

/** Publishes story after story, and asks the article, the home page, its section and the feed at once whether they show it. */
async function visibility(newsroom: Newsroom, session: Session, rounds: number, beside: Reading): Promise<string> {
  const section = await sectionOf(newsroom, session, "town");
  const stories: { id: string; headline: string; path: string; counted: boolean }[] = [];
  // A process that has just started still compiles its code: the first rounds are not counted.
  for (let number = -20; number < rounds; number++) {
    const headline = `Measured story ${number} of ${rounds} beside ${beside.name}`;
    const slug = `measured-${number + 20}-of-${rounds}-beside-${beside.name}`;
    const { id } = await call<{ id: string }>(session, "/api/v1/articles", { content: someStory(headline, slug, section) });
    stories.push({ id, headline, path: `/town/${slug}`, counted: number >= 0 });
  }
  const stop = beside.begin(newsroom);
  const shows = async (path: string, text: string) => (await (await fetch(newsroom.origin + path)).text()).includes(text);
  const times: number[] = [];
  let stale = 0;
  for (const { id, headline, path, counted } of stories) {
    const began = performance.now();
    await call(session, `/api/v1/articles/${id}/publish`, { version: 1 });
    const shown = await Promise.all([path, "/", "/town", "/feeds/rss.xml"].map((surface) => shows(surface, headline)));
    if (counted) times.push(performance.now() - began);
    stale += shown.filter((one) => !one).length;
  }
  await stop();
  times.sort((left, right) => left - right);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${stale} stale reads in ${stories.length * 4}`;
}

/** Takes a story back and asks the same surfaces whether it is gone. */
async function takingBack(newsroom: Newsroom, session: Session): Promise<string> {
  const headline = `A story that is taken back ${Date.now()}`;
  const { id } = await call<{ id: string }>(session, "/api/v1/articles", { content: someStory(headline, "measured-and-taken-back", await sectionOf(newsroom, session, "town")) });
  await call(session, `/api/v1/articles/${id}/publish`, { version: 1 });
  const path = "/town/measured-and-taken-back";
  if ((await fetch(newsroom.origin + path)).status !== 200) throw new Error("The story is not there.");
  const began = performance.now();
  await call(session, `/api/v1/articles/${id}/unpublish`, { version: 2, reason: "The measurement is over" });
  const { status } = await fetch(newsroom.origin + path);
  const took = Math.round(performance.now() - began);
  const left = await Promise.all(["/", "/town", "/feeds/rss.xml"].map(async (surface) => (await (await fetch(newsroom.origin + surface)).text()).includes(headline)));
  return `${status} after ${took} ms, still on ${left.filter(Boolean).length} of 3 lists`;
}

async function sectionOf(newsroom: Newsroom, session: Session, slug: string): Promise<string> {
  const desk = await (await fetch(`${newsroom.origin}/desk`, { headers: { cookie: session.cookie } })).text();
  const known = /\/desk\/articles\/([0-9a-f-]{36})/.exec(desk)?.[1] ?? "";
  const editor = await (await fetch(`${newsroom.origin}/desk/articles/${known}`, { headers: { cookie: session.cookie } })).text();
  return new RegExp(`\\\\"id\\\\":\\\\"([0-9a-f-]{36})\\\\",\\\\"slug\\\\":\\\\"${slug}\\\\"`).exec(editor)?.[1] ?? "";
}

/** About 700 words. */
function someStory(headline: string, slug: string, sectionId: string): Record<string, unknown> {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  return { format: "news", kicker: "Bench", headline, standfirst: "It stands here to be measured.", dateline: "", slug, sectionId, language: "en", tags: [], bylines: [], lead: null, body: { type: "doc", content: Array.from({ length: 12 }, (_, index) => paragraph(`Paragraph ${index}. ${"words of a story ".repeat(14)}`)) } };
}

async function main(): Promise<void> {
  const newsroom = await startNewsroom();
  const rows: [string, string][] = [];
  const row = (what: string, figure: string) => {
    rows.push([what, figure]);
    console.log(`${what}: ${figure}`);
  };
  try {
    await untilQuiet();
    const html = Buffer.from(await (await fetch(newsroom.origin + story, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
    const script = /src="(\/reader-[^"]+\.js)"/.exec(html.toString("utf8"))?.[1] ?? "";
    const js = Buffer.from(await (await fetch(newsroom.origin + script, { headers: { "accept-encoding": "identity" } })).arrayBuffer());
    row("Article page, HTML with its styles, gzip", `${(gzipSync(html, { level: 9 }).length / 1024).toFixed(1)} KB`);
    row("Reader’s JavaScript, gzip", `${(gzipSync(js, { level: 9 }).length / 1024).toFixed(1)} KB`);
    row("Cached article, plain", await cached(newsroom, "identity"));
    row("Cached article, gzip", await cached(newsroom, "gzip"));
    // A cursor that nobody wrote shows the same page under a key of its own: each request is rendered.
    let number = 0;
    const render = (duration: number) => autocannon({ url: newsroom.origin, connections: 4, duration, requests: [{ method: "GET", setupRequest: (request) => ({ ...request, path: `${story}?c=${number++}` }) }] });
    // A process that has just started still compiles its code.
    await render(2 * seconds);
    const rendered = await render(2 * seconds);
    if (rendered.non2xx + rendered.errors > 0) throw new Error("Not every page came.");
    row("Uncached article, one process", `${Math.round(rendered.requests.average)} a second`);
    const session = await signIn(newsroom, "editor");
    row("Publish → article, home, section and feed, without load", await visibility(newsroom, session, 100, nobody));
    row("The same under 16 concurrent readers", await visibility(newsroom, session, 100, readers(16)));
    row("The same beside a steady 200 requests a second", await visibility(newsroom, session, 100, steadily(200)));
    row("Unpublish → article gone", await takingBack(newsroom, session));
  } finally {
    await newsroom.stop();
    forget(newsroom);
  }
  console.log("\n| Measure | Figure |\n|---|---|");
  for (const [what, figure] of rows) console.log(`| ${what} | ${figure} |`);
}

await main();
