import { z } from "zod";
import { commentPurge } from "@/lib/comments/abilities";
import { movedData } from "@/lib/comments/comment";
import { eraseComment } from "@/lib/comments/erase-comment";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
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
    await eraseComment(context.tx, comment);
    await context.record({ name: "comment.purged", subjectId: comment.id, data: { articleId, ...movedData(comment, "purged") } });
    return ok({ status: "purged" as const });
  },
});
