import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, discussions } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { isVisible } from "@/lib/comments/comment";

type Moved = { id: string; discussionId: string; rootId: string; parentId: string | null; pickedAt: Date | null; staffBadge: string | null };
type Change = { from: CommentStatus | null; to: CommentStatus; /** Its text is another one. */ edited?: boolean };

/** Keeps the counters true in the transaction that moves a status. `from` null: the comment is new. */
export async function countMove(tx: Transaction, comment: Moved, { from, to, edited = false }: Change, now: Date): Promise<void> {
  const visible = Number(isVisible(to)) - Number(from !== null && isVisible(from));
  const held = Number(to === "held") - Number(from === "held");
  const seen = visible !== 0 || to === "hidden" || from === "hidden" || (edited && isVisible(to));
  await tx
    .update(discussions)
    .set({
      visibleCount: sql`${discussions.visibleCount} + ${visible}`,
      heldCount: sql`${discussions.heldCount} + ${held}`,
      ...(visible !== 0 && comment.pickedAt ? { pickCount: sql`${discussions.pickCount} + ${visible}` } : {}),
      ...(visible !== 0 && comment.staffBadge ? { staffCount: sql`${discussions.staffCount} + ${visible}` } : {}),
      ...(seen ? { version: sql`${discussions.version} + 1` } : {}),
      ...(visible !== 0 ? { lastVisibleAt: now } : {}),
    })
    .where(eq(discussions.id, comment.discussionId));
  if (visible !== 0 && comment.parentId) await tx.update(comments).set({ replyCount: sql`${comments.replyCount} + ${visible}` }).where(inArray(comments.id, [comment.rootId, comment.parentId]));
}
