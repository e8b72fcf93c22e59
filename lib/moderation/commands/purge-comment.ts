import { and, eq, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { commentFingerprints, comments, guests, spamLessons } from "@/db/schema";
import { commentPurge } from "@/lib/comments/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { forgetAnswers } from "@/lib/core/idempotency";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { seenComment } from "@/lib/moderation/commands/decide";
import { commentWithStory, moveComment } from "@/lib/comments/move-comment";

const PurgeInput = z.strictObject(seenComment);

/**
 * Erases what a comment said and who said it, in every table, for the law or at a person's wish. Nobody can take it back; that it
 * stood there, when, and who purged it, is kept.
 */
export const purgeComment = command({
  name: "purgeComment",
  input: PurgeInput,
  ability: commentPurge,
  load: commentWithStory,
  async run(context, subject, { revisionId, status }) {
    const { comment, articleId } = subject;
    if (status === "purged") return fail(conflict("already", "This comment is purged already."));
    const moved = await moveComment(context, subject, { revisionId, status }, { to: "purged", by: personIdOf(context.actor) });
    if (typeof moved !== "string") return fail(moved);
    await context.tx.update(comments).set({ nameSnapshot: "", authorId: null, guestId: null, staffBadge: null, pickedAt: null, pickedBy: null, likeCount: 0, likeRank: 0 }).where(eq(comments.id, comment.id));
    await context.tx.delete(spamLessons).where(eq(spamLessons.commentId, comment.id));
    await context.tx.delete(commentFingerprints).where(eq(commentFingerprints.commentId, comment.id));
    await context.tx.execute(sql`select erase_purged_comment(${comment.id})`);
    if (comment.authorId) await forgetAnswers(context.tx, "postComment", comment.authorId);
    if (comment.guestId) await forgetGuest(context.tx, comment.guestId);
    await context.record({ name: "comment.purged", subjectId: comment.id, data: { articleId } });
    return ok({ status: "purged" as const });
  },
});

/** A guest is known by her comments alone: without any, nothing is kept of her. */
async function forgetGuest(tx: Transaction, guestId: string): Promise<void> {
  await tx.delete(guests).where(and(eq(guests.id, guestId), notExists(tx.select({ one: sql`1` }).from(comments).where(eq(comments.guestId, guestId)))));
}
