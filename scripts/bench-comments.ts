import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { greatDiscussion } from "@/db/testing/great-discussion";
import { forget, type Newsroom, startNewsroom } from "@/e2e/newsroom";
import { untilQuiet } from "@/scripts/quiet";
import { type Session, signIn } from "@/scripts/sign-in";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";

/*
 * npm run bench:comments [number]: what 1.1 million comments cost readers, commenters and moderators, one discussion of 100,000 among them.
 * Guests come from addresses of their own, as through a proxy that the newsroom trusts: no limit is off.
 */

const comments = Number(process.argv[2] ?? 1_100_000);
const slug = "night-ferry-vote";
const story = `/town/${slug}`;
const underIt = Math.round(comments / 11);
const rounds = 100;
const posted = 1500;
const writersAtOnce = 16;
const seconds = 8;
/** A form is good so long after it was opened, in milliseconds. */
const formRests = 3_500;

const at = (times: readonly number[], share: number) => [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;
const both = (times: readonly number[]) => `p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms`;

/** How long each of so many askings takes, one after the other; the first tenth is not counted. */
async function waits(ask: (round: number) => Promise<Response>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -rounds / 10; round < rounds; round++) {
    const began = performance.now();
    const response = await ask(round + rounds);
    await response.arrayBuffer();
    if (round >= 0) times.push(performance.now() - began);
    if (response.status !== 200) throw new Error(`${response.url}: ${response.status}`);
  }
  return times;
}

/** Milliseconds that PostgreSQL works for each of so many askings, by its own log. */
async function databaseTimes({ dataDir }: Newsroom, sql: postgres.Sql, ask: (round: number) => Promise<Response>): Promise<number[]> {
  const log = join(dataDir, "postgres.log");
  const tellAbove = (milliseconds: number) => sql.unsafe(`alter system set log_min_duration_statement = ${milliseconds}`).then(() => sql`select pg_reload_conf()`).then(() => new Promise((done) => setTimeout(done, 300)));
  await tellAbove(0);
  const times: number[] = [];
  for (let round = 0; round < rounds / 4; round++) {
    const before = statSync(log).size;
    await (await ask(round)).arrayBuffer();
    await new Promise((done) => setTimeout(done, 20));
    const told = readFileSync(log).subarray(before).toString("utf8");
    times.push([...told.matchAll(/standfirst_(?:app|reader) LOG: {2}duration: ([\d.]+) ms/g)].reduce((sum, [, one]) => sum + Number(one), 0));
  }
  await tellAbove(-1);
  return times;
}

let guests = 0;
/** A guest's address and the form that she opened. */
type Guest = { address: string; token: string };

async function guest({ origin }: Newsroom, articleId: string): Promise<Guest> {
  const number = ++guests;
  const address = `20.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  const answer = (await (await fetch(`${origin}/api/comments/token?article=${articleId}`, { headers: { "X-Forwarded-For": address } })).json()) as { value?: { token: string } };
  if (!answer.value) throw new Error(`No form: ${JSON.stringify(answer)}`);
  return { address, token: answer.value.token };
}

/** Opens so many forms, and waits until they may be sent. */
async function guestsWithForms(newsroom: Newsroom, articleId: string, number: number): Promise<Guest[]> {
  const found: Guest[] = [];
  while (found.length < number) found.push(...(await Promise.all(Array.from({ length: Math.min(writersAtOnce, number - found.length) }, () => guest(newsroom, articleId)))));
  await new Promise((done) => setTimeout(done, formRests));
  return found;
}

async function post({ origin }: Newsroom, articleId: string, { address, token }: Guest, comment: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${origin}/api/v1/comments`, { method: "POST", headers: { "Content-Type": "application/json", Origin: origin, "X-Forwarded-For": address }, body: JSON.stringify({ articleId, parentId: null, name: "Guest", email: `guest-${address}@reader.example`, comment, token, website: "" }) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`A comment was refused with ${response.status}.`);
  return performance.now() - began;
}

/** Sends the comments of these guests, so many at once: how long each took, and how many a second there were. */
async function postAll(newsroom: Newsroom, articleId: string, from: readonly Guest[], text: (number: number) => string): Promise<{ times: number[]; aSecond: number }> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writersAtOnce }, async () => {
      for (let number = next++; number < from.length; number = next++) times.push(await post(newsroom, articleId, from[number] as Guest, text(number)));
    }),
  );
  return { times, aSecond: from.length / ((performance.now() - began) / 1000) };
}

const ownText = (number: number) => `The ${number}th remark about the ferry: it should sail at ${number % 24}:${String(number % 60).padStart(2, "0")}, whatever the council says.`;

async function reads({ origin }: Newsroom): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({ url: origin + story, connections: 8, duration: seconds, headers: { "accept-encoding": "gzip" } });
  if (errors + non2xx > 0) throw new Error("Not every page came.");
  return requests.average;
}

async function measure(newsroom: Newsroom, sql: postgres.Sql, moderator: Session): Promise<void> {
  const { origin } = newsroom;
  const [{ id: articleId = "" } = {}] = await sql<{ id: string }[]>`select id from articles where slug = ${slug}`;
  const row = (what: string, figure: string) => console.log(`| ${what} | ${figure} |`);
  const asked = (path: string) => fetch(origin + path);
  const asModerator = (path: string) => fetch(origin + path, { headers: { cookie: moderator.cookie } });

  console.log(`\n| Measure, ${comments} comments, ${underIt} under one story | Figure |\n|---|---|`);
  // A cursor that nobody wrote shows the first page under a key of its own: each request is rendered.
  row("The story with the first page of its discussion", both(await waits((round) => asked(`${story}?c=${round}`))));
  row("The same, most liked first", both(await waits((round) => asked(`${story}?sort=liked&c=${round}`))));
  let path = story;
  row("From page to page of the discussion", both(await waits(async () => {
    const response = await asked(path);
    const next = /<a [^>]*href="([^"#]+)[^"]*" rel="next"/.exec(await response.clone().text())?.[1];
    path = next?.replaceAll("&amp;", "&") ?? story;
    return response;
  })));
  for (const queue of ["held", "reported", "unreviewed", "approved", "rejected", "spam", "all"]) row(`Moderators’ queue “${queue}”`, both(await waits(() => asModerator(`/desk/comments?queue=${queue}`))));
  row("The head of “held”, what of it is PostgreSQL’s", both(await databaseTimes(newsroom, sql, () => asModerator("/desk/comments?queue=held"))));
  row("Moderators’ search for words in few comments", both(await waits((round) => asModerator(`/desk/comments?queue=all&text=${round}`))));
  row("And for words in nearly all of them", both(await waits(() => asModerator("/desk/comments?queue=all&text=ferry"))));

  const guestsNow = await guestsWithForms(newsroom, articleId, posted);
  const alone = await postAll(newsroom, articleId, guestsNow, ownText);
  row(`Posting, ${writersAtOnce} at once`, `${both(alone.times)}; ${Math.round(alone.aSecond)} a second`);

  const without = await reads(newsroom);
  const more = await guestsWithForms(newsroom, articleId, posted);
  const [beside, withPosts] = await Promise.all([reads(newsroom), postAll(newsroom, articleId, more, (number) => ownText(number + posted))]);
  row("Cached story, read while others post", `${(beside / without).toFixed(2)} × of its rate without (${Math.round(beside)} a second beside ${Math.round(without)}); ${Math.round(withPosts.aSecond)} comments a second, ${both(withPosts.times)}`);

  const spammers = await guestsWithForms(newsroom, articleId, 200);
  const flood = (async () => {
    for (const [number, spammer] of spammers.entries()) {
      await post(newsroom, articleId, spammer, `Cheap watches for everybody, number one in town ${number % 3}`);
      await new Promise((done) => setTimeout(done, 60));
    }
  })();
  const [queue, page] = [await waits(() => asModerator("/desk/comments")), await waits((round) => asked(`${story}?c=flood-${round}`))];
  await flood;
  row("While spam comes in, 1,000 a minute", `queue ${both(queue)}; story ${both(page)}`);
}

async function main(): Promise<void> {
  const newsroom = await startNewsroom({ env: { TRUSTED_PROXY_HOPS: "1" } });
  const { migratorUrl } = await startEmbeddedPostgres({ dataDir: newsroom.dataDir });
  const sql = postgres(migratorUrl, { max: 1, onnotice: () => undefined });
  try {
    console.log(`Making ${comments} comments.`);
    await greatDiscussion(drizzle(sql, { schema }), { comments, slug, underIt });
    await untilQuiet();
    await measure(newsroom, sql, await signIn(newsroom, "moderator"));
  } finally {
    await sql.end();
    await newsroom.stop();
    forget(newsroom);
  }
}

await main();
