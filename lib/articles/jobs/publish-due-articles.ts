import { and, asc, isNotNull, lte, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles } from "@/db/schema";
import { publishDueArticle } from "@/lib/articles/commands/publish-due-article";
import { systemActor } from "@/lib/core/actor";
import { log } from "@/lib/kernel/log";

/** How often the sweep looks, in milliseconds. */
const every = 2000;

/** Publishes everything that is due by the database's clock, oldest first. What one sweep misses the next one finds. */
export async function publishDueArticles(): Promise<number> {
  const due = await appDatabase()
    .select({ id: articles.id })
    .from(articles)
    .where(and(isNotNull(articles.scheduledFor), lte(articles.scheduledFor, sql`now()`)))
    .orderBy(asc(articles.scheduledFor))
    .limit(200);
  let published = 0;
  for (const { id } of due) {
    const result = await publishDueArticle.execute({ articleId: id }, { actor: systemActor("Schedule") });
    if (result.ok && result.value.published) published += 1;
  }
  return published;
}

/** Keeps sweeping until stopped. */
export function sweepDueArticles(): { stop(): void } {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    publishDueArticles()
      .catch((error) => log().error({ err: error }, "the sweep of due articles failed; the next one tries again"))
      .finally(() => {
        busy = false;
      });
  }, every);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
