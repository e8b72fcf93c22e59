import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { comments, commentSweepItems, commentSweeps } from "@/db/schema";
import type { CommentStatus, SweepSpan } from "@/db/vocabulary";
import { personIdOf } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import type { CommenterRow } from "@/lib/sanctions/commenter";

/** What a moderator may still reject (lib/comments/comment.ts): of the rest somebody decided, or nobody sees it. */
const rejectable: CommentStatus[] = ["held", "hidden", "published", "approved"];

const days: Record<SweepSpan, number | null> = { day: 1, week: 7, all: null };

/** Writes down, as they stand now, which comments go with a sanction, and has them rejected in a job; none: nothing. Returns how many. */
export async function beginSweep({ tx, actor, now, record }: CommandContext, { commenter, sanctionId, span }: { commenter: CommenterRow; sanctionId: string; span: SweepSpan }): Promise<number> {
  const id = newId();
  const within = days[span];
  const own = commenter.personId ? eq(comments.authorId, commenter.personId) : eq(comments.guestId, commenter.guestId ?? "");
  const since = within === null ? undefined : gt(comments.createdAt, new Date(now.getTime() - within * 24 * 3_600_000));
  const chosen = tx
    .select({ sweepId: sql<string>`${id}::uuid`.as("sweep_id"), commentId: comments.id, revisionId: comments.currentRevisionId, fromStatus: comments.status, outcome: sql<"waiting">`'waiting'`.as("outcome"), eventId: sql<null>`null::uuid`.as("event_id") })
    .from(comments)
    .where(and(own, inArray(comments.status, rejectable), since));
  await tx.insert(commentSweeps).values({ id, sanctionId, span, askedBy: personIdOf(actor), createdAt: now });
  const items = await tx.insert(commentSweepItems).select(chosen).returning({ commentId: commentSweepItems.commentId });
  if (items.length === 0) {
    await tx.delete(commentSweeps).where(eq(commentSweeps.id, id));
    return 0;
  }
  await record({ name: "sanction.swept", subjectId: sanctionId, data: { batch: id, span, comments: items.length }, jobs: [{ name: "reject-swept", data: { sweepId: id } }] });
  return items.length;
}
