import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { commentSweepItems, commentSweeps, moderationEvents, sanctions } from "@/db/schema";
import type { SweepOutcome } from "@/db/vocabulary";
import { isVisible } from "@/lib/comments/comment";
import { commentWithStory, moveComment } from "@/lib/comments/move-comment";
import { tellOf } from "@/lib/comments/tell-of";
import { type CommandContext, command } from "@/lib/core/command";
import { ok, type Result } from "@/lib/kernel/result";
import { commentSweep } from "@/lib/sanctions/abilities";

const ItemInput = z.strictObject({ sweepId: z.uuid(), commentId: z.uuid() });

/** One comment of a sweep with its sanction: the discussion is locked first, then the sweep against its undoing, then the item. */
async function lockItem(tx: Transaction, { sweepId, commentId }: z.infer<typeof ItemInput>) {
  const subject = await commentWithStory(tx, { commentId });
  const [sweep] = await tx.select({ undoneAt: commentSweeps.undoneAt, askedBy: commentSweeps.askedBy, undoneBy: commentSweeps.undoneBy, sanctionId: commentSweeps.sanctionId }).from(commentSweeps).where(eq(commentSweeps.id, sweepId)).for(rowLock);
  const [item] = await tx.select().from(commentSweepItems).where(and(eq(commentSweepItems.sweepId, sweepId), eq(commentSweepItems.commentId, commentId))).for(rowLock);
  const [sanction] = sweep ? await tx.select({ reason: sanctions.reason, message: sanctions.message }).from(sanctions).where(eq(sanctions.id, sweep.sanctionId)) : [];
  return subject && sweep && item && sanction ? { ...subject, sweep, item, sanction } : null;
}

type Item = NonNullable<Awaited<ReturnType<typeof lockItem>>>["item"];

async function became({ tx }: Pick<CommandContext, "tx">, { sweepId, commentId }: Item, outcome: SweepOutcome, eventId?: string): Promise<Result<{ outcome: SweepOutcome }>> {
  await tx.update(commentSweepItems).set({ outcome, ...(eventId ? { eventId } : {}) }).where(and(eq(commentSweepItems.sweepId, sweepId), eq(commentSweepItems.commentId, commentId)));
  return ok({ outcome });
}

/** Rejects one comment of a sweep, if it stands as it stood when that was asked for; in the name of whoever asked. What was done is not done again. */
export const rejectSwept = command({
  name: "rejectSwept",
  input: ItemInput,
  ability: commentSweep,
  load: lockItem,
  async run(context, subject) {
    const { comment, articleId, sweep, item, sanction } = subject;
    if (item.outcome !== "waiting") return ok({ outcome: item.outcome });
    if (sweep.undoneAt) return became(context, item, "left");
    const { reason, message } = sanction;
    const moved = await moveComment(context, subject, { revisionId: item.revisionId, status: item.fromStatus }, { to: "rejected", by: sweep.askedBy, reason, message });
    if (typeof moved !== "string") return became(context, item, "changed");
    await context.record({ name: "comment.rejected", subjectId: comment.id, data: { articleId, revisionId: item.revisionId, from: item.fromStatus, status: "rejected", reason, batch: item.sweepId }, jobs: tellOf(comment.id, { decided: moved }) });
    return became(context, item, "rejected", moved);
  },
});

/** Brings one comment of a sweep back to where it stood, if nothing was decided about it since. */
export const bringBackSwept = command({
  name: "bringBackSwept",
  input: ItemInput,
  ability: commentSweep,
  load: lockItem,
  async run(context, subject) {
    const { comment, articleId, sweep, item } = subject;
    if (item.outcome !== "rejected" || !item.eventId) return ok({ outcome: item.outcome });
    const [last] = await context.tx.select({ id: moderationEvents.id }).from(moderationEvents).where(eq(moderationEvents.commentId, comment.id)).orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id)).limit(1);
    if (last?.id !== item.eventId) return became(context, item, "decided_since");
    const moved = await moveComment(context, subject, { revisionId: item.revisionId, status: "rejected" }, { to: item.fromStatus, by: sweep.undoneBy, undoes: item.eventId });
    if (typeof moved !== "string") return became(context, item, "decided_since");
    await context.record({ name: "comment.decision_undone", subjectId: comment.id, data: { articleId, eventId: item.eventId, batch: item.sweepId }, jobs: tellOf(comment.id, { decided: isVisible(item.fromStatus) ? moved : null }) });
    return became(context, item, "brought_back");
  },
});
