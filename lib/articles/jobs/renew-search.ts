import { and, desc, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { articleSearch, articles, revisions } from "@/db/schema";
import { fillFormats } from "@/lib/articles/jobs/fill-formats";
import { makeSearchable, searchForm } from "@/lib/articles/searchable";
import { makePairRows, pairWords } from "@/lib/articles/word-pairs";
import { job } from "@/lib/core/jobs";
import { log } from "@/lib/kernel/log";

/** Well within the time of one job; what is left the next one takes, a minute later. */
const longestMs = 240_000;
/** How often it says how far it is, in stories. */
const said = 1_000;

/** Indexes anew what stands in a former form of the search and pairs the words of what came since, newest first, so that an update of the program never stops publishing to do so. */
export const renewSearch = job({
  input: z.object({}).nullable(),
  async run(_, signal) {
    const until = Date.now() + longestMs;
    const filled = await fillFormats(() => !signal.aborted && Date.now() < until);
    if (filled > 0) log().info({ filled }, "stories were told apart by their format for the search");
    while (!signal.aborted && Date.now() < until && (await makePairRows()));
    let renewed = 0;
    while (!signal.aborted && Date.now() < until && (await renewNext())) {
      renewed += 1;
      if (renewed % said === 0) log().info({ renewed, left: await left() }, "stories are being indexed anew for the search");
    }
    let paired = 0;
    for (let turn = -1; turn !== 0 && !signal.aborted && Date.now() < until; paired += turn) turn = await pairWords();
    if (paired >= said) log().info({ paired }, "the words of stories were paired for the search");
    if (renewed > 0) log().info({ renewed, left: await left() }, "stories were indexed anew for the search");
  },
});

/**
 * One story, in a transaction of its own: whoever publishes waits for no more than that. Says whether there was one; those that somebody
 * else is at are left to her.
 */
export function renewNext(): Promise<boolean> {
  return appDatabase().transaction(async (tx) => {
    // May be deleted.
    const [next] = await tx.select({ articleId: articleSearch.articleId }).from(articleSearch).where(lt(articleSearch.form, sql.raw(String(searchForm)))).orderBy(desc(articleSearch.articleId)).limit(1).for("update", { skipLocked: true });
    if (!next) return false;
    const [found] = await tx.select({ revision: revisions }).from(articles).innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(and(eq(articles.id, next.articleId)));
    // Taken back by a program that leaves the row.
    if (!found) await tx.delete(articleSearch).where(eq(articleSearch.articleId, next.articleId));
    else await makeSearchable(tx, found.revision, true);
    return true;
  });
}

const left = () => appDatabase().$count(articleSearch, lt(articleSearch.form, searchForm));
