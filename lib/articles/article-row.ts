import { and, desc, eq, inArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, events } from "@/db/schema";
import type { EventName } from "@/db/vocabulary";
import { conflict, type Failure } from "@/lib/kernel/failure";

export type ArticleRow = typeof articles.$inferSelect;

/** The story's row, locked for the rest of the transaction: against whoever would change it, not against who only refers to it. */
export async function lockArticle(tx: Transaction, { articleId }: { articleId: string }): Promise<ArticleRow | null> {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId)).for(rowLock);
  return row ?? null;
}

/** What each event is called in a sentence with its doer: "Ines Marlowe published this story". */
const deeds: Partial<Record<EventName, string>> = {
  "article.created": "began",
  "article.handed_in": "handed in",
  "article.sent_back": "sent back",
  "article.scheduled": "scheduled",
  "article.schedule_cancelled": "took the schedule off",
  "article.embargoed": "put an embargo on",
  "article.embargo_lifted": "lifted the embargo on",
  "article.published": "published",
  "article.updated": "updated",
  "article.corrected": "corrected",
  "article.unpublished": "unpublished",
  "article.restored": "restored an earlier version of",
  "article.proposal_taken": "took a proposal into",
};

export type LastEvent = { who: string; what: string; at: string };

/** The last thing that happened to the story. */
export async function lastEventOf(tx: Database | Transaction, articleId: string): Promise<LastEvent | null> {
  const told = inArray(events.name, Object.keys(deeds) as EventName[]);
  const [last] = await tx.select({ name: events.name, who: events.actorName, at: events.at }).from(events).where(and(eq(events.subjectId, articleId), told)).orderBy(desc(events.id)).limit(1);
  return last ? { who: last.who, what: deeds[last.name] ?? "", at: last.at.toISOString() } : null;
}

/** A conflict that says who was faster, where the person saw an older version of the story; null where she saw the newest. */
export async function staleVersion(tx: Transaction, article: ArticleRow, seen: number): Promise<Failure | null> {
  if (article.version === seen) return null;
  const last = await lastEventOf(tx, article.id);
  return conflict("changed_meanwhile", last ? `${last.who} ${last.what} this story meanwhile.` : "This story was changed meanwhile.", { current: last });
}
