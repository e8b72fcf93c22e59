import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { articles, commentConsents, commentUses, revisions } from "@/db/schema";

/** A letter that must not be printed any more: under which name it stands there. */
export type LetterTakenBack = { id: string; signedAs: string };

/**
 * Letters in a story whose authors took their consent back before they were printed, until somebody of the desk has closed each. What readers
 * had seen before that is printed, and hinders nothing that comes after. With `cutAt` only those that a revision of that time can hold.
 */
export async function lettersTakenBack(tx: Database | Transaction, articleId: string, cutAt?: Date): Promise<LetterTakenBack[]> {
  const printed = sql`exists (select from ${articles} inner join ${revisions} on ${revisions.id} = ${articles.publishedRevisionId} where ${articles.id} = ${articleId} and ${revisions.createdAt} >= ${commentUses.usedAt})`;
  const within = cutAt && sql`${commentUses.usedAt} <= ${cutAt.toISOString()}::timestamptz`;
  const rows = await tx
    .select({ id: commentUses.id, signedAs: commentConsents.signedAs })
    .from(commentUses)
    .leftJoin(commentConsents, and(eq(commentConsents.useId, commentUses.id), isNull(commentConsents.overtakenAt)))
    .where(and(eq(commentUses.usedIn, articleId), eq(commentUses.state, "withdrawn"), isNull(commentUses.settledAt), sql`not ${printed}`, within));
  return rows.map(({ id, signedAs }) => ({ id, signedAs: signedAs ?? "" }));
}
