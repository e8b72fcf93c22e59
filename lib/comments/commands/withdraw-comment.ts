import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { comments, discussions } from "@/db/schema";
import { commentOwn } from "@/lib/comments/abilities";
import { isOver, movedData } from "@/lib/comments/comment";
import { endUses } from "@/lib/comments/end-uses";
import { eraseComment } from "@/lib/comments/erase-comment";
import { command } from "@/lib/core/command";
import { tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { lockDiscussionOf, moveComment } from "@/lib/comments/move-comment";

const WithdrawInput = z.strictObject({ key: z.string("This address is not whole. Open it once more.").max(100, "This address is not whole. Open it once more.") });

/** The comment that a key opens, locked: whatever a moderator decides meanwhile comes before or after, and its author's word stands. */
async function lockOwn(tx: Transaction, { key }: { key: string }) {
  const own = eq(comments.keyHash, tokenHash(key));
  await lockDiscussionOf(tx, own);
  const [row] = await tx
    .select({ comment: comments, articleId: discussions.articleId })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .where(own)
    .for(rowLock, { of: comments });
  return row ?? null;
}

/**
 * Takes a comment from the page at its author's wish, whatever became of it before. For good; said twice it is done once. What was never
 * confirmed is erased with it: nobody knows whose address was typed.
 */
export const withdrawComment = command({
  name: "withdrawComment",
  input: WithdrawInput,
  ability: commentOwn,
  load: lockOwn,
  async run(context, subject) {
    const { comment, articleId } = subject;
    if (isOver(comment.status)) return ok({ commentId: comment.id });
    const unconfirmed = comment.status === "unverified";
    const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: comment.status }, { to: unconfirmed ? "purged" : "withdrawn", by: null });
    if (typeof moved !== "string") return fail(moved);
    if (unconfirmed) await eraseComment(context.tx, comment);
    else await endUses(context.tx, comment.id, context.now);
    await context.record({ name: "comment.withdrawn", subjectId: comment.id, data: { articleId, ...movedData(comment, unconfirmed ? "purged" : "withdrawn") } });
    return ok({ commentId: comment.id });
  },
});
