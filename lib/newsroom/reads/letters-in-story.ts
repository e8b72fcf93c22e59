import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { articles, commentConsents, commentUses, revisions } from "@/db/schema";

/** A letter that was put into a story: the words and the name to which its author agreed, and whether she took that back before it was printed. */
export type LetterInStory = { id: string; signedAs: string; words: string; takenBack: boolean; /** Readers have seen it. */ printed: boolean };

/**
 * Letters in a story for which somebody has to answer before it goes out: those that stand there by their author's consent, and those whose
 * authors took it back before they were printed, until somebody of the desk has closed each. What was printed before she took it back hinders
 * nothing that comes after. With `cutAt` only those that a revision of that time can hold.
 */
export async function lettersInStory(tx: Database | Transaction, articleId: string, cutAt?: Date): Promise<LetterInStory[]> {
  const printed = sql<boolean>`exists (select from ${articles} inner join ${revisions} on ${revisions.id} = ${articles.publishedRevisionId} where ${articles.id} = ${articleId} and ${revisions.createdAt} >= ${commentUses.usedAt})`;
  const takenBack = and(eq(commentUses.state, "withdrawn"), isNull(commentUses.settledAt), sql`not ${printed}`);
  const within = cutAt && sql`${commentUses.usedAt} <= ${cutAt.toISOString()}::timestamptz`;
  const rows = await tx
    .select({ id: commentUses.id, state: commentUses.state, printed, signedAs: commentConsents.signedAs, words: commentConsents.words })
    .from(commentUses)
    .leftJoin(commentConsents, and(eq(commentConsents.useId, commentUses.id), isNull(commentConsents.overtakenAt)))
    .where(and(eq(commentUses.usedIn, articleId), or(takenBack, and(eq(commentUses.state, "used"), eq(commentUses.kind, "letter"))), within))
    .orderBy(commentUses.usedAt, commentUses.id);
  return rows.map(({ state, signedAs, words, ...row }) => ({ ...row, signedAs: signedAs ?? "", words: words ?? "", takenBack: state === "withdrawn" }));
}
