import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { type Browser, chromium } from "@playwright/test";
import autocannon from "autocannon";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { greatPaper, greatSlug, greatTags } from "@/db/testing/great-paper";
import { browserFlags, findBrowser } from "@/e2e/browser.mjs";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";
import { eventChannel } from "@/lib/core/events";
import { type Bytes, bareServer } from "@/scripts/bare-server";
import { memoryOfAddresses } from "@/scripts/distinct-addresses";
import { type FirstLook, firstLook, savedCopy } from "@/scripts/first-look";
import { untilQuiet } from "@/scripts/quiet";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";

/*
 * npm run bench:reader [stories]: what readers wait for. The same pages of a paper of 1,000 stories and of one of a million, made anew for
 * each request, asked in turns; the cache beside a bare server with the same bytes; and a first look over a slow line, beside the same page
 * saved as files. Some minutes for the papers; everything here is bounded and stops by itself.
 */

const small = 1_000;
const great = Number(process.argv[2] ?? 1_000_000);
const rounds = 60;
/** Until each connection has planned everything. */
const warming = 25;
const looks = 5;
const deepPage = 500;
const seconds = 4;

type Paper = { newsroom: Newsroom; sql: postgres.Sql; stories: number; section: string; sectionId: string; author: string };

async function openPaper(stories: number): Promise<Paper> {
  const newsroom = await startNewsroom();
  const { migratorUrl } = await startEmbeddedPostgres({ dataDir: newsroom.dataDir });
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => undefined });
  console.log(`Making a paper of ${stories} stories.`);
  await greatPaper(drizzle(sql, { schema }), stories);
  // The section in which the first of them stands, and who signs every second.
  const [{ section = "", sectionId = "", author = "" } = {}] = await sql<{ section: string; sectionId: string; author: string }[]>`select sections.slug as section, sections.id as "sectionId", (select handle from people where handle is not null order by handle limit 1) as author
    from articles join sections on sections.id = section_id where articles.slug = ${greatSlug(1)}`;
  return { newsroom, sql, stories, section, sectionId, author };
}

/** Tells the newsroom that a story with the common tag changed: its lists, its section's and the paper's are made anew. */
async function forgetLists({ sql, sectionId }: Paper): Promise<void> {
  await sql`with told as (insert into events (uid, name, subject_type, subject_id, actor_name, data) values (gen_random_uuid(), 'article.updated', 'article', gen_random_uuid(), 'The bench', ${JSON.stringify({ tags: [greatTags.common], sections: [sectionId] })}::text::jsonb) returning id) select pg_notify(${eventChannel}, id::text) from told`;
  await new Promise((done) => setTimeout(done, 30));
}

async function wait(paper: Paper, path: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(paper.newsroom.origin + path);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return performance.now() - began;
}

type Surface = { name: string; path(paper: Paper, round: number): string; anew?: true };

// A cursor that nobody wrote shows the same page under a key of its own: each request is rendered.
const surfaces: readonly Surface[] = [
  { name: "Home", path: () => "/", anew: true },
  { name: "Section", path: ({ section }, round) => `/${section}?before=${round}` },
  { name: "Article", path: ({ section }, round) => `/${section}/${greatSlug(1)}?c=${round}` },
  { name: "A tag on every third story", path: (_, round) => `/tags/${greatTags.common}?before=${round}` },
  { name: "A tag on the two oldest", path: (_, round) => `/tags/${greatTags.rare}?before=${round}` },
  { name: "Who signs every second story", path: ({ author }, round) => `/authors/${author}?before=${round}` },
  { name: "Search", path: (_, round) => `/search?q=${["ferry", "council harbour", "library", "salt marsh"][round % 4]}%20${round}` },
  { name: "The paper's feed", path: () => "/feeds/rss.xml", anew: true },
  { name: "A tag's feed", path: () => `/feeds/tags/${greatTags.common}/rss.xml`, anew: true },
  { name: "Index of the sitemaps", path: () => "/sitemap.xml", anew: true },
];

const at = (times: readonly number[], share: number) => [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;
const both = (times: readonly number[]) => `p50 ${at(times, 0.5).toFixed(1)}, p95 ${at(times, 0.95).toFixed(1)} ms`;

/** Both in turns, so that a slow second of the machine falls on both. */
async function inTurns(left: (round: number) => Promise<number>, right: (round: number) => Promise<number>): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -warming; round < rounds; round++) {
    const pair = round % 2 ? [await left(round), await right(round)] : [await right(round), await left(round)].reverse();
    if (round >= 0) for (const side of [0, 1] as const) times[side].push(pair[side] ?? 0);
  }
  return times;
}

async function flat({ name, path, anew }: Surface, few: Paper, many: Paper): Promise<string> {
  const asked = (paper: Paper) => async (round: number) => {
    if (anew) await forgetLists(paper);
    return wait(paper, path(paper, round + warming));
  };
  const [ofFew, ofMany] = await inTurns(asked(few), asked(many));
  return `| ${name} | ${both(ofFew)} | ${both(ofMany)} | ${(at(ofMany, 0.5) / at(ofFew, 0.5)).toFixed(2)}, ${(at(ofMany, 0.95) / at(ofFew, 0.95)).toFixed(2)} |`;
}

/** The address of a section's page so far down, found as a reader would: by the links. */
async function deepAddress(paper: Paper): Promise<string> {
  let path = `/${paper.section}`;
  for (let page = 1; page < deepPage; page++) {
    const text = await (await fetch(paper.newsroom.origin + path)).text();
    const next = /<a href="([^"]+)" rel="next"/.exec(text)?.[1];
    if (!next) return path;
    path = next.replaceAll("&amp;", "&");
  }
  return path;
}

async function rate(url: string, headers: Record<string, string>): Promise<number> {
  const { requests, errors } = await autocannon({ url, connections: 32, duration: seconds, headers });
  if (errors > 0) throw new Error(`${url}: ${errors} errors`);
  return requests.average;
}

/** What comes over the line, as it comes. */
function received(url: string, headers: Record<string, string>): Promise<Bytes> {
  return new Promise((done, failed) => {
    get(url, { headers }, async (response) => {
      const encoding = response.headers["content-encoding"];
      done({ body: await buffer(response), headers: { "Content-Type": "text/html; charset=utf-8", ...(encoding ? { "Content-Encoding": encoding } : {}) } });
    }).on("error", failed);
  });
}

async function cached(paper: Paper, path: string, headers: Record<string, string>): Promise<string> {
  const url = paper.newsroom.origin + path;
  const answer = await received(url, headers);
  const bare = await bareServer(answer);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    theirs.push(await rate(bare.origin, headers));
    ours.push(await rate(url, headers));
  }
  bare.close();
  return `${(at(ours, 0.5) / at(theirs, 0.5)).toFixed(2)} × a bare server with the same bytes (${Math.round(at(ours, 0.5))} a second beside ${Math.round(at(theirs, 0.5))})`;
}

async function looked(browser: Browser, url: string): Promise<string> {
  const copy = await savedCopy(browser, url);
  const [ours, theirs]: [FirstLook[], FirstLook[]] = [[], []];
  for (let round = 0; round < looks; round++) {
    theirs.push(await firstLook(browser, copy.url));
    ours.push(await firstLook(browser, url));
  }
  copy.close();
  const middle = (all: readonly FirstLook[], what: keyof FirstLook) => at(all.map((one) => one[what]), 0.5);
  const most = (what: keyof FirstLook) => Math.max(...ours.map((one) => one[what]));
  return `${(middle(ours, "largestPaint") / middle(theirs, "largestPaint")).toFixed(2)} × (${Math.round(middle(ours, "largestPaint"))} ms beside ${Math.round(middle(theirs, "largestPaint"))}) | ${most("shift").toFixed(3)} | ${Math.round(most("blocked"))} ms | ${most("requests")} | ${Math.round(most("fonts") / 1024)} KB`;
}

async function main(): Promise<void> {
  const papers: Paper[] = [];
  const { executablePath, env } = await findBrowser();
  try {
    const few = await openPaper(small);
    papers.push(few);
    const many = await openPaper(great);
    papers.push(many);
    await untilQuiet();

    console.log(`\n| Made anew, in turns | ${few.stories} stories | ${many.stories} stories | p50 and p95, × |\n|---|---|---|---|`);
    for (const surface of surfaces) console.log(await flat(surface, few, many));

    const deep = await deepAddress(many);
    const anew = async (path: string) => {
      await forgetLists(many);
      return wait(many, path);
    };
    const [first, last] = await inTurns(() => anew(`/${many.section}`), () => anew(deep));
    console.log(`\nA section's page ${deepPage}: ${both(last)}, beside ${both(first)} for its first.`);

    const story = `/${few.section}/${greatSlug(1)}`;
    console.log("\n| From the cache | |\n|---|---|");
    for (const [name, path, headers] of [["Article, gzip", story, { "accept-encoding": "gzip" }], ["Article, brotli", story, { "accept-encoding": "br" }], ["Home, gzip", "/", { "accept-encoding": "gzip" }]] as const) console.log(`| ${name} | ${await cached(few, path, headers)} |`);
    const known = (await fetch(few.newsroom.origin + story, { headers: { "accept-encoding": "gzip" } })).headers.get("etag") ?? "";
    console.log(`| Article, not changed (304) | ${Math.round(await rate(few.newsroom.origin + story, { "accept-encoding": "gzip", "if-none-match": known }))} a second beside ${Math.round(await rate(few.newsroom.origin + story, { "accept-encoding": "gzip" }))} with its bytes |`);

    console.log(`\n${await memoryOfAddresses(few.newsroom, story)}`);
    await untilQuiet();

    const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } as Record<string, string>, args: browserFlags });
    console.log("\n| First look, slow line and processor | Largest paint | Shift | Blocked | Requests | Fonts |\n|---|---|---|---|---|---|");
    try {
      for (const [name, path] of [["Home", "/"], ["Article with a picture", "/town/night-ferry-vote"], ["Section", "/town"]] as const) console.log(`| ${name} | ${await looked(browser, few.newsroom.origin + path)} |`);
    } finally {
      await browser.close();
    }
  } finally {
    for (const { newsroom, sql } of papers) {
      await sql.end();
      await newsroom.stop();
      forget(newsroom);
    }
  }
}

await main();
