import { eq, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articleSearch, articleWordPairs, settings } from "@/db/schema";

/** So many in one transaction: whoever publishes one of them again meanwhile waits for no more than that. */
const aTurn = 10;

/**
 * Works out the pairs of words of the newest stories that wait for it; says how many those were. Until then the search asks each of them for
 * its phrase, so that nothing is missed meanwhile.
 */
export function pairWords(): Promise<number> {
  return appDatabase().transaction(async (tx) => {
    const waiting = await tx.execute<{ id: string }>(sql`select article_id as id from article_word_pairs where pairs is null order by article_id desc limit ${sql.raw(String(aTurn))} for no key update skip locked`);
    if (waiting.length === 0) return 0;
    // A question of its own: it sees the words of whoever published before the lock.
    await tx.execute(sql`update article_word_pairs set pairs = standfirst_word_pairs(words) from article_search where article_search.article_id = article_word_pairs.article_id and article_word_pairs.article_id = any (${`{${waiting.map(({ id }) => id).join(",")}}`}::uuid[])`);
    return waiting.length;
  });
}

/** Under this key among the settings lies how far the rows of stories from before are made; the view `public_unpaired` asks whether that is done. */
const key = "word-pairs";
/** So many rows are made in one transaction. */
const rowsATurn = 200;

type Progress = { through: string } | { done: true };

/**
 * Makes the next rows for stories that were public before there were pairs (migration 0041 leaves that to it), newest first; says whether more
 * are left. Done once: a trigger makes the row of whatever comes since. Each turn is kept, so that whatever ends it, the next goes on.
 */
export function makePairRows(): Promise<boolean> {
  return appDatabase().transaction(async (tx) => {
    const [standing] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).for(rowLock);
    const progress = (standing?.value ?? { through: "ffffffff-ffff-ffff-ffff-ffffffffffff" }) as Progress;
    if ("done" in progress) return false;
    // The lock keeps only those away who take the story back; whoever publishes it writes the same row, one after the other.
    const [turn] = await tx.execute<{ last: string | null; looked: number }>(sql`
      with looked as (select article_id, published_at, public_from from ${articleSearch} where article_id < ${progress.through}::uuid order by article_id desc limit ${sql.raw(String(rowsATurn))} for key share),
        made as (insert into ${articleWordPairs} (article_id, published_at, public_from) select * from looked on conflict do nothing)
      select (select article_id from looked order by article_id limit 1) as last, (select count(*)::int from looked) as looked`);
    const done = !turn?.last || turn.looked < rowsATurn;
    const value: Progress = done ? { done: true } : { through: turn.last ?? "" };
    await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    return !done;
  });
}
