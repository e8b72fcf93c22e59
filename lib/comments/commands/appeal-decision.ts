import { and, desc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { appeals, comments, discussions, moderationEvents } from "@/db/schema";
import { commentOwn } from "@/lib/comments/abilities";
import { lockDiscussionOf } from "@/lib/comments/move-comment";
import { refusal, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import { command } from "@/lib/core/command";
import { tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { plainText } from "@/lib/kernel/text";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const AppealInput = z.strictObject({
  of: z.union([z.strictObject({ key: z.string(unreadable).max(100, unreadable) }), z.strictObject({ commentId: z.uuid(unreadable) })], unreadable),
  /** The decision that she read. */
  eventId: z.uuid(unreadable),
  text: z.string(unreadable),
});

/** One's own comment, locked. An id opens only what was written with an account. */
async function lockOwn(tx: Transaction, { of }: z.infer<typeof AppealInput>) {
  const own = "key" in of ? eq(comments.keyHash, tokenHash(of.key)) : and(eq(comments.id, of.commentId), isNotNull(comments.authorId));
  if (!own) return null;
  await lockDiscussionOf(tx, own);
  const [row] = await tx.select({ comment: comments, articleId: discussions.articleId }).from(comments).innerJoin(discussions, eq(discussions.id, comments.discussionId)).where(own).for(rowLock, { of: comments });
  return row ?? null;
}

/** Asks for another look at the rejection that stands, once. Changes nothing of the comment. */
export const appealDecision = command({
  name: "appealDecision",
  input: AppealInput,
  ability: commentOwn,
  load: lockOwn,
  async run({ tx, now, record }, { comment, articleId }, { eventId, text: typed }) {
    const text = plainText(typed.slice(0, commentSettings.appeal.most * 4)).trim();
    const length = [...text].length;
    if (length < commentSettings.appeal.least) return fail(wrongFields("appeal", { text: { reason: "appeal_empty" } }));
    if (length > commentSettings.appeal.most) return fail(wrongFields("appeal", { text: { reason: "report_too_long", values: { most: commentSettings.appeal.most } } }));
    const [last] = await tx.select({ id: moderationEvents.id, to: moderationEvents.toStatus }).from(moderationEvents).where(eq(moderationEvents.commentId, comment.id)).orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id)).limit(1);
    if (comment.status !== "rejected" || last?.id !== eventId) return fail(refusal("conflict", "appeal_over"));
    const [written] = await tx.insert(appeals).values({ commentId: comment.id, eventId, text, createdAt: now }).onConflictDoNothing().returning({ id: appeals.id });
    if (!written) return fail(refusal("conflict", "appealed_already"));
    await record({ name: "comment.appealed", subjectId: comment.id, data: { articleId } });
    return ok({ appealId: written.id });
  },
});
