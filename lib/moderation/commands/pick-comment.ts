import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { articles, comments, discussions, revisions } from "@/db/schema";
import { commentPick } from "@/lib/comments/abilities";
import { isVisible } from "@/lib/comments/comment";
import { commentWithStory, fasterSomebody } from "@/lib/comments/move-comment";
import { tellOf } from "@/lib/comments/tell-of";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { mustStandApart } from "@/lib/moderation/must-stand-apart";
import { seenComment } from "@/lib/moderation/commands/decide";

const PickInput = z.strictObject({ ...seenComment, picked: z.boolean("Pick it, or take the pick back.") });

/** Picks the text that was seen as one that readers should not miss, or takes the pick back; said twice it is done once. Nobody picks her own; whoever wrote the story picks under it, too. */
export const pickComment = command({
  name: "pickComment",
  input: PickInput,
  ability: commentPick,
  load: commentWithAuthors,
  async run({ tx, actor, now, record }, { comment, articleId }, { revisionId, status, picked }) {
    const apart = await mustStandApart({ tx, actor }, { comment, articleId });
    if (apart) return fail(apart);
    if (!isVisible(status)) return fail(conflict("not_visible", "Only what readers can see can be picked."));
    if ((comment.pickedAt !== null) === picked && comment.status === status && comment.currentRevisionId === revisionId) return ok({ picked });
    const changed = await tx
      .update(comments)
      .set({ pickedAt: picked ? now : null, pickedBy: picked ? personIdOf(actor) : null })
      .where(and(eq(comments.id, comment.id), eq(comments.currentRevisionId, revisionId), eq(comments.status, status)))
      .returning({ id: comments.id });
    if (changed.length === 0) return fail(await fasterSomebody({ tx, now }, comment.id, revisionId));
    await tx.update(discussions).set({ pickCount: sql`${discussions.pickCount} + ${picked ? 1 : -1}`, version: sql`${discussions.version} + 1` }).where(eq(discussions.id, comment.discussionId));
    await record({ name: picked ? "comment.picked" : "comment.unpicked", subjectId: comment.id, data: { articleId, revisionId }, jobs: tellOf(comment.id, { picked }) });
    return ok({ picked });
  },
});

/** A comment with whoever stands in the byline of the story that readers see. */
async function commentWithAuthors(tx: Transaction, input: { commentId: string }) {
  const subject = await commentWithStory(tx, input);
  if (!subject) return null;
  const [story] = await tx.select({ bylines: revisions.bylines }).from(articles).innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, subject.articleId));
  return { ...subject, bylines: story?.bylines ?? [] };
}
