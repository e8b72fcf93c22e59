import { and, desc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { moderationEvents } from "@/db/schema";
import { type CommentStatus, commentStatuses, type EventName, type ReasonCode, reasonCodes } from "@/db/vocabulary";
import { commentModerate } from "@/lib/comments/abilities";
import { decided, type Decision, decisions, isOver, isVisible, mayApproveAgain, mayDecide } from "@/lib/comments/comment";
import { tellOf } from "@/lib/comments/tell-of";
import { personIdOf } from "@/lib/core/actor";
import { type CommandContext, command } from "@/lib/core/command";
import { conflict, invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { mustStandApart } from "@/lib/moderation/must-stand-apart";
import { commentWithStory, fasterSomebody, moveComment } from "@/lib/comments/move-comment";

/** What a moderator saw; another text or status means that somebody was faster. */
export const seenComment = {
  commentId: z.uuid("There is no such comment."),
  revisionId: z.uuid("Reload the page and read the comment again."),
  status: z.enum(commentStatuses, "Reload the page and read the comment again."),
};
export const DecideInput = z.strictObject({
  ...seenComment,
  decision: z.enum(decisions, "Choose a decision."),
  reason: z.enum(reasonCodes, "Choose a reason.").nullable(),
  message: z.string("A message must be text.").max(500, "Say it in 500 characters.").refine(isPlainText, "This text holds characters that cannot be stored."),
  /** All that are decided in one step have the same. */
  batchId: z.uuid("Reload the page and choose again.").optional(),
});
export const UndoInput = z.strictObject({ eventId: z.uuid("There is nothing to take back.") });

const eventOf = { approve: "comment.approved", reject: "comment.rejected", spam: "comment.marked_spam", hide: "comment.hidden", show: "comment.shown_again" } as const satisfies Record<Decision, EventName>;

/** Approves, rejects (with a reason), marks as spam, hides or shows again what the moderator saw, and nothing else. Nobody decides about a comment of her own. */
export const decideComment = command({
  name: "decideComment",
  input: DecideInput,
  ability: commentModerate,
  load: commentWithStory,
  async run(context, subject, { decision, revisionId, status, ...input }) {
    const to = decided[decision];
    const reason = decision === "reject" ? input.reason : null;
    if (decision === "reject" && !reason) return fail(invalid("no_reason", "Choose a reason.", { fields: { reason: "Choose a reason." } }));
    const apart = await mustStandApart(context, subject);
    if (apart) return fail(apart);
    const before = await ownDecision(context, { commentId: subject.comment.id, revisionId, to, reason });
    if (before && subject.comment.status === to && subject.comment.reportCount === 0) return ok({ eventId: before, status: to });
    const again = decision === "approve" && mayApproveAgain(status, subject.comment.reportCount);
    if (!again && !mayDecide(decision, status)) return fail(conflict("already", `This comment is ${status} already.`));
    const moved = await moveComment(context, subject, { revisionId, status }, { to, by: personIdOf(context.actor), reason, message: input.message, ...(input.batchId ? { batchId: input.batchId } : {}) });
    if (typeof moved !== "string") return fail(moved);
    await context.record({ name: eventOf[decision], subjectId: subject.comment.id, data: { articleId: subject.articleId, revisionId, from: status, status: to, reason: input.reason }, jobs: tellOf(subject.comment.id, { shown: isVisible(to) && !isVisible(status), decided: again ? null : moved }) });
    return ok({ eventId: moved, status: to });
  },
});

/** The last thing that happened to the comment, where it is this person's own same decision about the same text: the second press of a double click. */
async function ownDecision({ tx, actor }: Pick<CommandContext, "tx" | "actor">, { commentId, revisionId, to, reason }: { commentId: string; revisionId: string; to: CommentStatus; reason: ReasonCode | null }): Promise<string | null> {
  const [last] = await tx.select().from(moderationEvents).where(eq(moderationEvents.commentId, commentId)).orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id)).limit(1);
  const own = last && last.actorId === personIdOf(actor) && last.actorId !== null && !last.undoes;
  return own && last.revisionId === revisionId && last.toStatus === to && last.reasonCode === reason ? last.id : null;
}

/** Takes a decision back, if nothing happened to the comment since. A withdrawal and a purge stand, and nobody takes back what was decided about her own comment. */
export const undoDecision = command({
  name: "undoDecision",
  input: UndoInput,
  ability: commentModerate,
  async load(tx, { eventId }) {
    const [event] = await tx.select().from(moderationEvents).where(eq(moderationEvents.id, eventId));
    const subject = event ? await commentWithStory(tx, { commentId: event.commentId }) : null;
    return event && subject ? { event, ...subject } : null;
  },
  async run(context, subject) {
    const { event } = subject;
    const apart = await mustStandApart(context, subject);
    if (apart) return fail(apart);
    if (!event.fromStatus || !event.actorId || isOver(event.toStatus)) return fail(notFound("no_decision", "There is nothing to take back."));
    const [last] = await context.tx.select({ id: moderationEvents.id }).from(moderationEvents).where(eq(moderationEvents.commentId, event.commentId)).orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id)).limit(1);
    if (last?.id !== event.id) return fail(await fasterSomebody(context, event.commentId, event.revisionId));
    const moved = await moveComment(context, subject, { revisionId: event.revisionId, status: event.toStatus }, { to: event.fromStatus, by: personIdOf(context.actor), reason: await reasonBefore(context.tx, event), undoes: event.id });
    if (typeof moved !== "string") return fail(moved);
    await context.record({ name: "comment.decision_undone", subjectId: subject.comment.id, data: { articleId: subject.articleId, eventId: event.id } });
    return ok({ status: event.fromStatus });
  },
});

/** The reason for which the comment stood where an undoing puts it back: its author is told it again. */
async function reasonBefore(tx: Transaction, { id, commentId, fromStatus }: typeof moderationEvents.$inferSelect): Promise<ReasonCode | null> {
  if (!fromStatus) return null;
  const [before] = await tx
    .select({ reason: moderationEvents.reasonCode })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.commentId, commentId), eq(moderationEvents.toStatus, fromStatus), ne(moderationEvents.id, id)))
    .orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id))
    .limit(1);
  return before?.reason ?? null;
}
