import { and, eq, ne } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { commentRevisions, comments } from "@/db/schema";
import { commentModerate } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";
import type { Seen } from "@/lib/moderation/reads/card-details";
import { canOf, isOwn, type QueueCard } from "@/lib/moderation/reads/queue";

/** A comment as it stands, with its words, so that a page can tell whether it still shows them, and with what this moderator may do. */
export type CommentToDecide = { seen: Seen; said: string; own: boolean; can: QueueCard["can"] };

/** Nothing for those who do not moderate, or where there is no such comment. */
export async function commentToDecide(actor: Actor, commentId: string): Promise<CommentToDecide | null> {
  if (!commentModerate.check(actor, null)) return null;
  const [found] = await appDatabase()
    .select({ comment: comments, body: commentRevisions.body })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .where(and(eq(comments.id, commentId), ne(comments.status, "unverified")));
  if (!found) return null;
  const { comment, body } = found;
  return { seen: { commentId, revisionId: comment.currentRevisionId, status: comment.status }, said: wordsOf(body), own: isOwn(actor, comment), can: canOf(actor, comment) };
}

/** The words of a comment in the order in which a page shows them. */
function wordsOf({ blocks }: CommentBody): string {
  const texts = blocks.flatMap((block) => (block.type === "paragraph" ? [block.content] : block.type === "list" ? block.items : block.content.map(({ content }) => content)));
  return texts.map((content) => content.map(({ text }) => text).join("")).join("\n");
}
