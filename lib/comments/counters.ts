import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments, discussions } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { isVisible } from "@/lib/comments/comment";

type Moved = { id: string; discussionId: string; rootId: string; depth: number };

/** Keeps the counters true in the transaction that moves a status. `from` null: the comment is new. */
export async function countMove(tx: Transaction, comment: Moved, from: CommentStatus | null, to: CommentStatus, now: Date): Promise<void> {
  const visible = Number(isVisible(to)) - Number(from !== null && isVisible(from));
  const held = Number(to === "held") - Number(from === "held");
  await tx
    .update(discussions)
    .set({
      visibleCount: sql`${discussions.visibleCount} + ${visible}`,
      heldCount: sql`${discussions.heldCount} + ${held}`,
      ...(visible !== 0 ? { version: sql`${discussions.version} + 1`, lastVisibleAt: now } : {}),
    })
    .where(eq(discussions.id, comment.discussionId));
  if (visible !== 0 && comment.depth > 0) await tx.update(comments).set({ replyCount: sql`${comments.replyCount} + ${visible}` }).where(eq(comments.id, comment.rootId));
}
