import { and, desc, eq, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { appeals, articles, comments, discussions, legalHolds, moderationEvents, people } from "@/db/schema";
import type { CommentStatus, ReasonCode } from "@/db/vocabulary";
import { countMove } from "@/lib/comments/counters";
import { storyIsPublic } from "@/lib/comments/public-story";
import type { CommandContext } from "@/lib/core/command";
import { conflict, type Failure } from "@/lib/kernel/failure";
import { fasterSentence } from "@/lib/comments/faster-somebody";
import { reopenReports, resettleNotices, settleReports } from "@/lib/comments/settle-reports";

/**
 * Locks the discussion of a comment. Whoever moves a comment does this first, as posting does: who locks a comment before its discussion
 * meets another who decides on its root, and each waits for the other.
 */
export async function lockDiscussionOf(tx: Transaction, comment: SQL): Promise<void> {
  await tx.select({ id: discussions.id }).from(discussions).innerJoin(comments, eq(comments.discussionId, discussions.id)).where(comment).for(rowLock, { of: discussions });
}

/** As `commentWithStory`, for readers: null where they do not see the story. */
export const publicCommentWithStory = (tx: Transaction, input: { commentId: string }) => commentWithStory(tx, input, storyIsPublic);

/** A comment with the story under which it stands; its discussion is locked for the rest of the transaction. */
export async function commentWithStory(tx: Transaction, { commentId }: { commentId: string }, condition?: SQL) {
  await lockDiscussionOf(tx, eq(comments.id, commentId));
  const [row] = await tx
    .select({ comment: comments, articleId: articles.id })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .where(and(eq(comments.id, commentId), condition));
  return row ?? null;
}

type Moving = { comment: Pick<typeof comments.$inferSelect, "id" | "discussionId" | "rootId" | "parentId" | "pickedAt" | "staffBadge" | "reportCount"> };
type Seen = { revisionId: string; status: CommentStatus };
type Move = { to: CommentStatus; by: string | null; reason?: ReasonCode | null; message?: string; undoes?: string; /** All that are decided in one step have the same. */ batchId?: string; /** Its author wrote it anew. */ revisionId?: string };

/** Whether a legal matter needs a comment as it is. Its discussion is locked, so nobody says so meanwhile. */
export async function isHeldForLaw(tx: Transaction, commentId: string): Promise<boolean> {
  return (await tx.select({ id: legalHolds.commentId }).from(legalHolds).where(eq(legalHolds.commentId, commentId))).length > 0;
}

/** Moves a comment by compare-and-set: one UPDATE decides who was first. Returns the id of the one event, or who was faster, or `legal_hold` (409) where it may not be erased. */
export async function moveComment({ tx, now }: Pick<CommandContext, "tx" | "now">, { comment }: Moving, seen: Seen, { to, by, reason = null, message, undoes, batchId, revisionId }: Move): Promise<Failure | string> {
  if (to === "purged" && (await isHeldForLaw(tx, comment.id))) return conflict("legal_hold", "This comment is kept for a legal matter. Nothing of it is erased until an administrator lifts that.");
  const moved = await tx
    .update(comments)
    .set({ status: to, statusReason: reason, decidedAt: now, decidedBy: by, ...(by ? { escalatedAt: null, escalatedBy: null, escalationNote: null } : {}), ...(revisionId ? { currentRevisionId: revisionId, editedAt: now } : {}) })
    .where(and(eq(comments.id, comment.id), eq(comments.currentRevisionId, seen.revisionId), eq(comments.status, seen.status)))
    .returning({ id: comments.id });
  if (moved.length === 0) return fasterSomebody({ tx, now }, comment.id, seen.revisionId);
  await countMove(tx, comment, { from: seen.status, to, edited: revisionId !== undefined }, now);
  const [written] = await tx
    .insert(moderationEvents)
    .values({ commentId: comment.id, revisionId: revisionId ?? seen.revisionId, actorId: by, fromStatus: seen.status, toStatus: to, reasonCode: reason, messageToAuthor: message || null, undoes: undoes ?? null, batchId: batchId ?? null, createdAt: now })
    .returning({ id: moderationEvents.id });
  if (!written) throw new Error("The decision was not written.");
  // An appeal objects to the one decision that stands: once it does not, nobody answers, and a later rejection wants an appeal of its own.
  if (seen.status === "rejected") await tx.update(appeals).set({ outcome: "lapsed", decidedAt: now }).where(and(eq(appeals.commentId, comment.id), eq(appeals.outcome, "pending")));
  if (undoes) await reopenReports(tx, comment, { eventId: undoes, to });
  else {
    if (comment.reportCount > 0) await settleReports(tx, comment, { to, by, eventId: written.id });
    await resettleNotices(tx, comment, { to, by, eventId: written.id });
  }
  return written.id;
}

/** What the slower one hears: who was faster, with what and when. */
export async function fasterSomebody({ tx, now }: Pick<CommandContext, "tx" | "now">, commentId: string, revisionId: string): Promise<Failure> {
  const [last] = await tx
    .select({ to: moderationEvents.toStatus, at: moderationEvents.createdAt, undoes: moderationEvents.undoes, actorId: moderationEvents.actorId, who: people.name, revisionId: comments.currentRevisionId })
    .from(moderationEvents)
    .innerJoin(comments, eq(comments.id, moderationEvents.commentId))
    .leftJoin(people, eq(people.id, moderationEvents.actorId))
    .where(eq(moderationEvents.commentId, commentId))
    .orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id))
    .limit(1);
  if (last && last.revisionId !== revisionId) return conflict("edited", "The author edited this comment meanwhile. Read it again.");
  if (!last?.actorId && last?.to !== "withdrawn") return conflict("decided_meanwhile", "This comment changed meanwhile. Read it again.");
  const who = last.to === "withdrawn" ? "Its author" : last.who;
  return conflict("decided_meanwhile", fasterSentence({ ...last, who, undone: last.undoes !== null }, now), { current: { who, what: last.to, at: last.at.toISOString() } });
}
