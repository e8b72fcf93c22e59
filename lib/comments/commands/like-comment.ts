import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { commentLikes, comments, discussions } from "@/db/schema";
import { commentLike } from "@/lib/comments/abilities";
import { isVisible } from "@/lib/comments/comment";
import { publicCommentWithStory } from "@/lib/comments/move-comment";
import { refusal, sentenceOf } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import { trustOf } from "@/lib/comments/reads/trust";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { fail, ok } from "@/lib/kernel/result";
import { refusedFor } from "@/lib/sanctions/standing";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const LikeInput = z.strictObject({ commentId: z.uuid(unreadable), liked: z.boolean(unreadable) });

/**
 * Likes a comment, or takes the like back; said twice it is done once. Not one's own. The discussion is locked first, as whoever moves a
 * comment does. Leaves no trace but its row: who liked what is nobody's business; the cached pages hear of it within a minute (show-likes).
 */
export const likeComment = command({
  name: "likeComment",
  input: LikeInput,
  ability: commentLike,
  load: publicCommentWithStory,
  async run({ tx, actor, now }, { comment }, { liked }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(refusal("unauthenticated", "like_sign_in"));
    // What she liked before she may still take back.
    const barred = liked ? await refusedFor(tx, { personId }, now) : null;
    if (barred) return fail(barred);
    if (!isVisible(comment.status)) return fail(refusal("conflict", "comment_gone"));
    if (comment.authorId === personId) return fail(refusal("forbidden", "like_own"));
    const change = liked ? await like() : await unlike();
    if (change === null) return ok({ liked, likes: comment.likeCount });
    const [counted] = await tx
      .update(comments)
      .set({ likeCount: sql`${comments.likeCount} + ${change.count}`, likeRank: sql`${comments.likeRank} + ${change.rank}` })
      .where(eq(comments.id, comment.id))
      .returning({ likes: comments.likeCount });
    await tx.update(discussions).set({ likesChangedAt: now }).where(eq(discussions.id, comment.discussionId));
    return ok({ liked, likes: counted?.likes ?? 0 });

    async function like() {
      const ranks = (await trustOf(tx, actor)) >= commentSettings.trustThatRanks;
      const [added] = await tx.insert(commentLikes).values({ commentId: comment.id, personId: String(personId), ranks, createdAt: now }).onConflictDoNothing().returning({ ranks: commentLikes.ranks });
      return added ? { count: 1, rank: Number(added.ranks) } : null;
    }
    async function unlike() {
      const [gone] = await tx.delete(commentLikes).where(and(eq(commentLikes.commentId, comment.id), eq(commentLikes.personId, String(personId)))).returning({ ranks: commentLikes.ranks });
      return gone ? { count: -1, rank: -Number(gone.ranks) } : null;
    }
  },
});
