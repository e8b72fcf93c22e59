import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentReports, comments, discussions } from "@/db/schema";
import type { CommentStatus, ReportOutcome } from "@/db/vocabulary";
import { isOver } from "@/lib/comments/comment";

type Reported = Pick<typeof comments.$inferSelect, "id" | "discussionId" | "reportCount">;

/** What a decision says of the reports that led to it. Null: it says nothing, and they wait on. */
function outcomeOf(to: CommentStatus, by: string | null): ReportOutcome | null {
  if (isOver(to)) return "ignored";
  if (by === null) return null;
  if (to === "approved") return "disagreed";
  return to === "rejected" || to === "spam" || to === "hidden" ? "agreed" : null;
}

/** Settles what was reported of a comment by the decision about it, in the same transaction. */
export async function settleReports(tx: Transaction, comment: Reported, { to, by, eventId }: { to: CommentStatus; by: string | null; eventId: string }): Promise<void> {
  const outcome = outcomeOf(to, by);
  if (!outcome) return;
  await tx.update(commentReports).set({ outcome, settledBy: eventId }).where(and(eq(commentReports.commentId, comment.id), eq(commentReports.outcome, "pending")));
  await countReports(tx, comment, 0);
}

/** Lets the reports wait again that a decision had settled which is taken back. */
export async function reopenReports(tx: Transaction, comment: Reported, eventId: string): Promise<void> {
  const again = await tx.update(commentReports).set({ outcome: "pending", settledBy: null }).where(and(eq(commentReports.commentId, comment.id), eq(commentReports.settledBy, eventId))).returning({ id: commentReports.id });
  if (again.length > 0) await countReports(tx, comment, comment.reportCount + again.length);
}

/** Says of a comment how many reports wait, and of its discussion in how many comments. */
export async function countReports(tx: Transaction, { id, discussionId, reportCount }: Reported, now: number): Promise<void> {
  await tx.update(comments).set({ reportCount: now }).where(eq(comments.id, id));
  const change = Number(now > 0) - Number(reportCount > 0);
  if (change !== 0) await tx.update(discussions).set({ reportedCount: sql`${discussions.reportedCount} + ${change}` }).where(eq(discussions.id, discussionId));
}
