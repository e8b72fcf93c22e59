import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema";
import { oldPaper, oldPaperWord } from "@/db/testing/old-paper";
import { forget, startNewsroom } from "@/e2e/newsroom";
import { untilQuiet } from "@/scripts/quiet";
import { startEmbeddedPostgres } from "@/server/embedded-postgres";

/*
 * npm run bench:search: how long a reader waits for the search of a paper of 100,000 stories, asked over loopback one after the other.
 * Every question is another one, so that each page is made and none comes from the cache.
 */

const stories = 100_000;
const rounds = 40;

/** A word of the archive: early rounds ask for the commonest, which stand in two of three stories, later ones for rarer and rarer. */
const word = (round: number) => oldPaperWord(20 + round + Math.floor(1.17 ** round));
const other = (round: number) => oldPaperWord(21 + round * 5);
/** Two letters in each other's place. */
const slip = (text: string) => text.slice(0, 2) + (text[3] ?? "") + (text[2] ?? "") + text.slice(4);
const asked = (question: string, more = "") => `/search?q=${encodeURIComponent(question)}${more}`;

async function waits(origin: string, address: (round: number) => string): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const response = await fetch(origin + address(round));
    await response.arrayBuffer();
    times.push(performance.now() - began);
    if (response.status !== 200) throw new Error(`${address(round)}: ${response.status}`);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

async function main(): Promise<void> {
  const newsroom = await startNewsroom();
  try {
    const { migratorUrl } = await startEmbeddedPostgres({ dataDir: newsroom.dataDir });
    const sql = postgres(migratorUrl, { max: 1, onnotice: () => undefined });
    console.log(`Making an archive of ${stories} stories (some minutes).`);
    await oldPaper(drizzle(sql, { schema }), stories);
    const phrases = (await sql<{ plain: string }[]>`select plain from article_search join articles on id = article_id where draft_hash = 'old' order by article_id limit ${rounds}`).map(({ plain }) => plain.split(" ").slice(20, 23).join(" "));
    const [section] = await sql<{ slug: string }[]>`select slug from sections order by position limit 1`;
    await sql.end();
    await untilQuiet();
    // A process that has just started still compiles its code.
    await waits(newsroom.origin, (round) => asked(`${word(round)} ${round}`));
    const measures: [string, (round: number) => string][] = [
      ["One word", (round) => asked(word(round))],
      ["Two words", (round) => asked(`${word(round)} ${other(round)}`)],
      ["A phrase", (round) => asked(`"${phrases[round]}"`)],
      ["A slip of typing", (round) => asked(slip(oldPaperWord(200 + round * 37)))],
      ["One word in one section and year", (round) => asked(word(round), `&section=${section?.slug}&from=2020-01-01&to=2020-12-31`)],
      ["A suggestion", (round) => `/search/suggestions?q=${word(round).slice(0, 3)}${round % 2 ? word(round).slice(3, 4) : ""}&${round}`],
    ];
    console.log("| Measure | Figure |\n|---|---|");
    for (const [name, address] of measures) console.log(`| ${name} | ${await waits(newsroom.origin, address)} |`);
  } finally {
    await newsroom.stop();
    forget(newsroom);
  }
}

await main();
