import { and, eq, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentFingerprints, commentNetworks, comments, guests, legalNotices, spamLessons, wordRuleHits } from "@/db/schema";
import { forgetUsesOf } from "@/lib/comments/end-uses";
import { forgetAnswers } from "@/lib/core/idempotency";

type Erased = Pick<typeof comments.$inferSelect, "id" | "authorId" | "guestId">;

/** Erases what a comment said and who said it, in every table; it has been moved to `purged` in the same transaction. That it stood there, and when, is kept; of notices about it who sent them, who is still answered, and what was decided. */
export async function eraseComment(tx: Transaction, { id, authorId, guestId }: Erased): Promise<void> {
  await tx.update(comments).set({ nameSnapshot: "", authorId: null, guestId: null, staffBadge: null, pickedAt: null, pickedBy: null, likeCount: 0, likeRank: 0, clusterId: null, escalatedAt: null, escalatedBy: null, escalationNote: null }).where(eq(comments.id, id));
  await tx.delete(spamLessons).where(eq(spamLessons.commentId, id));
  await tx.delete(commentFingerprints).where(eq(commentFingerprints.commentId, id));
  await forgetWhere(tx, id);
  await forgetUsesOf(tx, id);
  // Of what is held for a legal matter the database refuses the whole step.
  await tx.update(legalNotices).set({ law: "", explanation: "" }).where(eq(legalNotices.commentId, id));
  await tx.execute(sql`select erase_purged_comment(${id})`);
  if (authorId) await forgetAnswers(tx, "postComment", authorId);
  if (guestId) await forgetGuest(tx, guestId);
}

/** Forgets where a comment came from, and that a rule found something in it. */
export async function forgetWhere(tx: Transaction, commentId: string): Promise<void> {
  await tx.delete(commentNetworks).where(eq(commentNetworks.commentId, commentId));
  await tx.delete(wordRuleHits).where(eq(wordRuleHits.commentId, commentId));
}

/** A guest is known by her comments alone: without any, nothing is kept of her. */
export async function forgetGuest(tx: Transaction, guestId: string): Promise<void> {
  await tx.delete(guests).where(and(eq(guests.id, guestId), notExists(tx.select({ one: sql`1` }).from(comments).where(eq(comments.guestId, guestId)))));
}
