import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";

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
