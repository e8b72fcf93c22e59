import { and, desc, eq, isNotNull, isNull, lte, ne, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentReports, comments, legalNotices, moderationEvents } from "@/db/schema";
import type { CommentStatus, ReportOutcome } from "@/db/vocabulary";
import { isOver } from "@/lib/comments/comment";

type Reported = Pick<typeof comments.$inferSelect, "id" | "reportCount">;

/** What a decision says of the reports that led to it. Null: it says nothing, and they wait on. */
function outcomeOf(to: CommentStatus, by: string | null): ReportOutcome | null {
  if (isOver(to)) return "ignored";
  if (by === null) return null;
  if (to === "approved") return "disagreed";
  return to === "rejected" || to === "spam" || to === "hidden" ? "agreed" : null;
}

/** Settles what was reported of a comment, and notices about it, by the decision about it, in the same transaction. */
export async function settleReports(tx: Transaction, comment: Reported, { to, by, eventId }: { to: CommentStatus; by: string | null; eventId: string }): Promise<void> {
  const outcome = outcomeOf(to, by);
  if (!outcome) return;
  await tx.update(commentReports).set({ outcome, settledBy: eventId }).where(and(eq(commentReports.commentId, comment.id), eq(commentReports.outcome, "pending")));
  await tx.update(legalNotices).set({ outcome, settledBy: eventId, settledAt: sql`now()` }).where(and(eq(legalNotices.commentId, comment.id), eq(legalNotices.outcome, "pending")));
  await countReports(tx, comment.id, 0);
}

/** Where a person decides the opposite of what notices were settled with, settles those anew: whoever sent them is told what stands now. */
export async function resettleNotices(tx: Transaction, { id }: Reported, { to, by, eventId }: { to: CommentStatus; by: string | null; eventId: string }): Promise<void> {
  const outcome = outcomeOf(to, by);
  if (outcome !== "agreed" && outcome !== "disagreed") return;
  const opposite = outcome === "agreed" ? "disagreed" : "agreed";
  await tx.update(legalNotices).set({ outcome, settledBy: eventId, settledAt: sql`now()`, answeredAt: null }).where(and(eq(legalNotices.commentId, id), eq(legalNotices.outcome, opposite)));
}

/**
 * Lets the reports and notices wait again that a decision had settled which is taken back; who was told of it already is told anew of the next.
 * Notices that an earlier decision had settled are settled by that one again, since the comment goes back to what it said (`to`).
 */
export async function reopenReports(tx: Transaction, comment: Reported, { eventId, to }: { eventId: string; to: CommentStatus }): Promise<void> {
  const again = await tx.update(commentReports).set({ outcome: "pending", settledBy: null }).where(and(eq(commentReports.commentId, comment.id), eq(commentReports.settledBy, eventId))).returning({ id: commentReports.id });
  const settled = and(eq(legalNotices.commentId, comment.id), eq(legalNotices.settledBy, eventId));
  const earlier = await standingDecision(tx, comment.id, { except: eventId, to });
  const outcome = earlier && outcomeOf(to, earlier.by);
  if (outcome) await tx.update(legalNotices).set({ outcome, settledBy: earlier.id, settledAt: sql`now()`, answeredAt: null }).where(and(settled, lte(legalNotices.createdAt, earlier.at)));
  await tx.update(legalNotices).set({ outcome: "pending", settledBy: null, settledAt: null, answeredAt: null }).where(settled);
  if (again.length > 0) await countReports(tx, comment.id, comment.reportCount + again.length);
}

/** The last decision of a person that brought a comment to this status and was not taken back. */
async function standingDecision(tx: Transaction, commentId: string, { except, to }: { except: string; to: CommentStatus }) {
  const takenBack = tx.select({ id: moderationEvents.undoes }).from(moderationEvents).where(and(eq(moderationEvents.commentId, commentId), isNotNull(moderationEvents.undoes)));
  const [row] = await tx
    .select({ id: moderationEvents.id, by: moderationEvents.actorId, at: moderationEvents.createdAt })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, commentId), ne(moderationEvents.id, except), eq(moderationEvents.toStatus, to), isNotNull(moderationEvents.actorId), isNull(moderationEvents.undoes), notInArray(moderationEvents.id, takenBack)))
    .orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id))
    .limit(1);
  return row ?? null;
}

/** Says of a comment how many reports wait. */
export async function countReports(tx: Transaction, commentId: string, now: number): Promise<void> {
  await tx.update(comments).set({ reportCount: now }).where(eq(comments.id, commentId));
}
