import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleChanges, events, revisions } from "@/db/schema";
import type { EventName } from "@/db/vocabulary";
import type { ArticleRow } from "@/lib/articles/article-row";
import type { RevisionRow } from "@/lib/articles/cut-revision";

const publications: EventName[] = ["article.published", "article.updated", "article.corrected"];

/** What else changes when a story comes out: one that returns after a withdrawal with another text than it had counts as updated. */
export async function updatedOnReturn(tx: Transaction, article: ArticleRow, revision: RevisionRow, now: Date): Promise<{ updatedAt?: Date }> {
  if (!article.firstPublishedAt) return {};
  const [before] = await tx
    .select({ hash: revisions.hash })
    .from(events)
    .innerJoin(revisions, sql`${revisions.id}::text = ${events.data} ->> 'revisionId'`)
    .where(and(eq(events.subjectId, article.id), inArray(events.name, publications), eq(revisions.articleId, article.id)))
    .orderBy(desc(events.id))
    .limit(1);
  return before && before.hash !== revision.hash ? { updatedAt: now } : {};
}

/** The line of the public change log: published, or published again. */
export async function logComingOut(tx: Transaction, article: ArticleRow, now: Date): Promise<void> {
  await tx.insert(articleChanges).values({ articleId: article.id, kind: article.firstPublishedAt ? "published_again" : "published", createdAt: now });
}
