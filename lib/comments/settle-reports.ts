import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentReports, comments, legalNotices } from "@/db/schema";
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

/** Lets the reports and notices wait again that a decision had settled which is taken back; who was told of it already is told anew of the next. */
export async function reopenReports(tx: Transaction, comment: Reported, eventId: string): Promise<void> {
  const again = await tx.update(commentReports).set({ outcome: "pending", settledBy: null }).where(and(eq(commentReports.commentId, comment.id), eq(commentReports.settledBy, eventId))).returning({ id: commentReports.id });
  await tx.update(legalNotices).set({ outcome: "pending", settledBy: null, settledAt: null, answeredAt: null }).where(and(eq(legalNotices.commentId, comment.id), eq(legalNotices.settledBy, eventId)));
  if (again.length > 0) await countReports(tx, comment.id, comment.reportCount + again.length);
}

/** Says of a comment how many reports wait. */
export async function countReports(tx: Transaction, commentId: string, now: number): Promise<void> {
  await tx.update(comments).set({ reportCount: now }).where(eq(comments.id, commentId));
}
