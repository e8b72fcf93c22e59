import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { appeals, moderationEvents } from "@/db/schema";
import { commentModerate } from "@/lib/comments/abilities";
import { commentWithStory, moveComment } from "@/lib/comments/move-comment";
import { tellOf } from "@/lib/comments/tell-of";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict, forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { anotherModerator } from "@/lib/moderation/another-moderator";

const AnswerInput = z.strictObject({
  appealId: z.uuid("There is no such appeal."),
  granted: z.boolean("Publish the comment, or keep the decision."),
  answer: z.string("An answer must be text.").max(500, "Say it in 500 characters.").refine(isPlainText, "This text holds characters that cannot be stored."),
});

/** An appeal with its comment and the decision; the discussion is locked first, then the appeal. */
async function lockAppeal(tx: Transaction, { appealId }: { appealId: string }) {
  const [found] = await tx.select({ commentId: appeals.commentId }).from(appeals).where(eq(appeals.id, appealId));
  const subject = found ? await commentWithStory(tx, found) : null;
  const [row] = await tx.select({ appeal: appeals, deciderId: moderationEvents.actorId }).from(appeals).innerJoin(moderationEvents, eq(moderationEvents.id, appeals.eventId)).where(eq(appeals.id, appealId)).for(rowLock, { of: appeals });
  return subject && row ? { ...subject, ...row } : null;
}

/**
 * Answers whoever asked for another look: publishes the comment, or keeps the decision, with words of one's own. Whoever decided does not
 * answer, but where nobody else could, and whoever wrote the comment never does. A comment that is no longer rejected is left as it is.
 */
export const answerAppeal = command({
  name: "answerAppeal",
  input: AnswerInput,
  ability: commentModerate,
  load: lockAppeal,
  async run(context, subject, { granted, answer }) {
    const { tx, actor, now, record } = context;
    const { appeal, comment, articleId } = subject;
    const by = personIdOf(actor);
    const lapsed = conflict("not_rejected", "This comment is not rejected any more, or was rejected anew: the appeal is closed.");
    if (appeal.outcome === "lapsed") return fail(lapsed);
    if (appeal.outcome !== "pending") return fail(conflict("answered", "Somebody has answered this meanwhile."));
    if (by !== null && subject.deciderId === by && (await anotherModerator(tx, by))) return fail(forbidden("own_decision", "You took this decision: somebody else answers."));
    if (by !== null && comment.authorId === by) return fail(forbidden("own_comment", "You wrote this comment: somebody else answers."));
    let decided = appeal.id;
    if (granted && comment.status === "rejected") {
      const moved = await moveComment(context, subject, { revisionId: comment.currentRevisionId, status: "rejected" }, { to: "approved", by });
      if (typeof moved !== "string") return fail(moved);
      decided = moved;
    } else if (granted) return fail(lapsed);
    await tx.update(appeals).set({ outcome: granted ? "granted" : "refused", answer: answer.trim(), decidedBy: by, decidedAt: now }).where(eq(appeals.id, appeal.id));
    await record({ name: granted ? "comment.appeal_granted" : "comment.appeal_refused", subjectId: comment.id, data: { articleId, appealId: appeal.id }, jobs: tellOf(comment.id, { shown: granted, decided }) });
    return ok({ granted });
  },
});
