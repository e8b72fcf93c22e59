import { and, asc, isNotNull, lte, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles } from "@/db/schema";
import { publishDueArticle } from "@/lib/articles/commands/publish-due-article";
import { systemActor } from "@/lib/core/actor";
import { keepSweeping } from "@/lib/core/sweep";

/** Publishes everything that is due by the database's clock, oldest first. What one sweep misses the next one finds; so it is with what is left when `signal` is raised. */
export async function publishDueArticles(signal?: AbortSignal): Promise<number> {
  const due = await appDatabase()
    .select({ id: articles.id })
    .from(articles)
    .where(and(isNotNull(articles.scheduledFor), lte(articles.scheduledFor, sql`now()`)))
    .orderBy(asc(articles.scheduledFor))
    .limit(200);
  let published = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    const result = await publishDueArticle.execute({ articleId: id }, { actor: systemActor("Schedule") });
    if (result.ok && result.value.published) published += 1;
  }
  return published;
}

/** Keeps publishing what is due until it is stopped. */
export const sweepDueArticles = () => keepSweeping(publishDueArticles, "the sweep of due articles failed; the next one tries again");
