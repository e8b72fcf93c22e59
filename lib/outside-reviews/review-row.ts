import { timingSafeEqual } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, outsideReaders, outsideReviews, people } from "@/db/schema";
import { tokenHash } from "@/lib/kernel/ids";
import { reviewOffer } from "@/lib/outside-reviews/abilities";

export type ReviewRow = typeof outsideReviews.$inferSelect;
export type ReaderRow = typeof outsideReaders.$inferSelect;

/**
 * The link that a token opens; null where it leads nowhere: unknown, over, ended, or made by somebody who may not make one for this story any more,
 * or was sent away. It is looked up by its hash, so that how long that takes tells nothing of tokens that are nearly right.
 */
export async function openReview(db: Database | Transaction, token: string): Promise<ReviewRow | null> {
  const [row] = await db
    .select({ review: outsideReviews, maker: { personId: people.id, name: people.name, role: people.role }, story: { createdBy: articles.createdBy, draftPeople: articles.draftPeople } })
    .from(outsideReviews)
    .innerJoin(people, eq(people.id, outsideReviews.createdBy))
    .innerJoin(articles, eq(articles.id, outsideReviews.articleId))
    .where(and(eq(outsideReviews.tokenHash, tokenHash(token)), isNull(outsideReviews.revokedAt), gt(outsideReviews.expiresAt, sql`now()`), isNull(people.disabledAt)));
  return row && reviewOffer.check({ kind: "person", sessionId: "", ...row.maker }, row.story) ? row.review : null;
}

/** The same, locked for the rest of the transaction: what is counted by link is counted one after the other. */
export async function lockReview(tx: Transaction, { token }: { token: string }): Promise<ReviewRow | null> {
  const review = await openReview(tx, token);
  if (!review) return null;
  const [row] = await tx.select().from(outsideReviews).where(and(eq(outsideReviews.id, review.id), isNull(outsideReviews.revokedAt))).for(rowLock);
  return row ?? null;
}

/** Who gave a name in this browser; null where nobody did, or by another link. */
export async function readerOf(db: Database | Transaction, review: Pick<ReviewRow, "id">, key: string): Promise<ReaderRow | null> {
  const hash = tokenHash(key);
  const [row] = await db.select().from(outsideReaders).where(and(eq(outsideReaders.reviewId, review.id), eq(outsideReaders.keyHash, hash)));
  return row && timingSafeEqual(Buffer.from(row.keyHash), Buffer.from(hash)) ? row : null;
}
