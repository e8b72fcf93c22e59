import { sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicFinds, publicSearchWords } from "@/db/schema";
import { oneSlipAway, slipsBetween } from "@/lib/search/distance";
import { folded } from "@/lib/search/snippet";

/** Shorter words are a slip away from everything. */
const shortest = 4;
/** So many words are compared in the database's own way, and so many asked for stories. */
const compared = 40;
const weighed = 6;

/**
 * For each word that no public story holds, the one nearest to it that some do: fewest slips first, then in most stories. Where every word
 * is known, the same for words that are rare beside a near one. Words without anything near are left out.
 */
export async function nearestWords(asked: readonly string[]): Promise<Map<string, string>> {
  const words = [...new Set(asked)].filter((word) => [...word].length >= shortest && !/\p{N}/u.test(word)).slice(0, 4);
  const known = await Promise.all(words.map(isKnown));
  const missing = words.filter((_, index) => !known[index]);
  const sought = missing.length > 0 ? missing : words;
  const near = await Promise.all(sought.map(async (word) => [word, await nearestTo(folded(word))] as const));
  return new Map(near.flatMap(([word, other]) => (other === null ? [] : [[word, other] as const])));
}

async function isKnown(word: string): Promise<boolean> {
  // Planned as if all were wanted: looking for any one, PostgreSQL would rather read every story, in vain where the word is nowhere.
  const rows = await readerDatabase().execute(sql`with holding as materialized (select 1 as one from ${publicFinds} where words @@ (select standfirst_asked(${word}))) select one from holding limit 1`);
  return rows.length > 0;
}

async function nearestTo(word: string): Promise<string | null> {
  const rows = await readerDatabase().execute<{ word: string }>(sql`
    select word from ${publicSearchWords} where word in (select unnest(${`{${oneSlipAway(word).join(",")}}`}::text[]))
    union (select word from ${publicSearchWords} where word % ${word} and word <> ${word} order by similarity(word, ${word}) desc limit ${sql.raw(String(compared))})`);
  const slips = [...word].length > 5 ? 2 : 1;
  const near = rows.map((row) => ({ word: row.word, slips: slipsBetween(word, row.word) })).filter((one) => one.slips <= slips);
  const nearest = near.sort((left, right) => left.slips - right.slips).slice(0, weighed);
  if (nearest.length === 0) return null;
  const counts = await readerDatabase().execute<{ word: string; stories: number }>(sql`
    select word, (select count(*)::int from (select 1 from ${publicFinds} where words @@ quote_literal(word)::tsquery limit 100) as those) as stories
    from unnest(${`{${nearest.map((one) => one.word).join(",")}}`}::text[]) as word`);
  const stories = new Map(counts.map((row) => [row.word, row.stories]));
  const best = nearest.filter((one) => (stories.get(one.word) ?? 0) > 0).sort((left, right) => left.slips - right.slips || (stories.get(right.word) ?? 0) - (stories.get(left.word) ?? 0));
  return best[0]?.word ?? null;
}
