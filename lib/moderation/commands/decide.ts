import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { articles, comments, discussions, guests, moderationEvents, people } from "@/db/schema";
import { type CommentStatus, commentStatuses, type EventName, reasonCodes } from "@/db/vocabulary";
import { commentModerate } from "@/lib/comments/abilities";
import { decided, decisions, mayDecide } from "@/lib/comments/comment";
import { countMove } from "@/lib/comments/counters";
import { personIdOf } from "@/lib/core/actor";
import { command, type CommandContext } from "@/lib/core/command";
import { conflict, type Failure, invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { fasterSentence } from "@/lib/moderation/faster-somebody";

export const DecideInput = z.strictObject({
  commentId: z.uuid("There is no such comment."),
  decision: z.enum(decisions, "Choose a decision."),
  /** What the moderator saw; another text or status means that somebody was faster. */
  revisionId: z.uuid("Reload the page and read the comment again."),
  status: z.enum(commentStatuses, "Reload the page and read the comment again."),
  reason: z.enum(reasonCodes, "Choose a reason.").nullable(),
  message: z.string("A message must be text.").max(500, "Say it in 500 characters.").refine(isPlainText, "This text holds characters that cannot be stored."),
});
export const UndoInput = z.strictObject({ eventId: z.uuid("There is nothing to take back.") });

const eventOf = { approved: "comment.approved", rejected: "comment.rejected", spam: "comment.marked_spam" } as const satisfies Partial<Record<CommentStatus, EventName>>;

async function commentWithStory(tx: Transaction, { commentId }: { commentId: string }) {
  const [row] = await tx
    .select({ comment: comments, articleId: articles.id })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .where(eq(comments.id, commentId));
  return row ?? null;
}

type Subject = NonNullable<Awaited<ReturnType<typeof commentWithStory>>>;

/** Moves a comment by compare-and-set: one UPDATE decides who was first. */
async function move({ tx, actor, now }: CommandContext, { comment }: Subject, seen: { revisionId: string; status: CommentStatus }, to: CommentStatus, more: { reason: Subject["comment"]["statusReason"]; message?: string; undoes?: string }): Promise<Failure | string> {
  const moved = await tx
    .update(comments)
    .set({ status: to, statusReason: more.reason, decidedAt: now, decidedBy: personIdOf(actor) })
    .where(and(eq(comments.id, comment.id), eq(comments.currentRevisionId, seen.revisionId), eq(comments.status, seen.status)))
    .returning({ id: comments.id });
  if (moved.length === 0) return fasterSomebody({ tx, now }, comment.id, seen.revisionId);
  await countMove(tx, comment, seen.status, to, now);
  const [written] = await tx
    .insert(moderationEvents)
    .values({ commentId: comment.id, revisionId: seen.revisionId, actorId: personIdOf(actor), fromStatus: seen.status, toStatus: to, reasonCode: more.reason, messageToAuthor: more.message || null, undoes: more.undoes ?? null, createdAt: now })
    .returning({ id: moderationEvents.id });
  if (!written) throw new Error("The decision was not written.");
  return written.id;
}

async function fasterSomebody({ tx, now }: Pick<CommandContext, "tx" | "now">, commentId: string, revisionId: string): Promise<Failure> {
  const [last] = await tx
    .select({ to: moderationEvents.toStatus, at: moderationEvents.createdAt, undoes: moderationEvents.undoes, actorId: moderationEvents.actorId, who: people.name, revisionId: comments.currentRevisionId })
    .from(moderationEvents)
    .innerJoin(comments, eq(comments.id, moderationEvents.commentId))
    .leftJoin(people, eq(people.id, moderationEvents.actorId))
    .where(eq(moderationEvents.commentId, commentId))
    .orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id))
    .limit(1);
  if (last && last.revisionId !== revisionId) return conflict("edited", "The author edited this comment meanwhile. Read it again.");
  if (!last?.actorId) return conflict("decided_meanwhile", "This comment changed meanwhile. Read it again.");
  return conflict("decided_meanwhile", fasterSentence({ ...last, undone: last.undoes !== null }, now), { current: { who: last.who, what: last.to, at: last.at.toISOString() } });
}

/** Approves, rejects (with a reason) or marks as spam what the moderator saw, and nothing else. */
export const decideComment = command({
  name: "decideComment",
  input: DecideInput,
  ability: commentModerate,
  load: commentWithStory,
  async run(context, subject, input) {
    const to = decided[input.decision];
    if (input.decision === "reject" && !input.reason) return fail(invalid("no_reason", "Choose a reason.", { fields: { reason: "Choose a reason." } }));
    if (subject.comment.status === input.status && !mayDecide(input.decision, subject.comment.status)) return fail(conflict("already", `This comment is ${subject.comment.status} already.`));
    const moved = await move(context, subject, { revisionId: input.revisionId, status: input.status }, to, { reason: input.decision === "reject" ? input.reason : null, message: input.message });
    if (typeof moved !== "string") return fail(moved);
    if (to === "approved" && subject.comment.guestId) await countApproval(context.tx, subject.comment.guestId);
    await context.record({ name: eventOf[to], subjectId: subject.comment.id, data: { articleId: subject.articleId, revisionId: input.revisionId, reason: input.reason } });
    return ok({ eventId: moved, status: to });
  },
});

async function countApproval(tx: Transaction, guestId: string): Promise<void> {
  const [guest] = await tx.select({ approvedCount: guests.approvedCount }).from(guests).where(eq(guests.id, guestId)).for("update");
  await tx.update(guests).set({ approvedCount: (guest?.approvedCount ?? 0) + 1 }).where(eq(guests.id, guestId));
}

/** Takes a decision back, if nothing happened to the comment since. */
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
    if (!event.fromStatus || !event.actorId) return fail(notFound("no_decision", "There is nothing to take back."));
    const [last] = await context.tx.select({ id: moderationEvents.id }).from(moderationEvents).where(eq(moderationEvents.commentId, event.commentId)).orderBy(desc(moderationEvents.createdAt), desc(moderationEvents.id)).limit(1);
    if (last?.id !== event.id) return fail(await fasterSomebody(context, event.commentId, event.revisionId));
    const moved = await move(context, subject, { revisionId: event.revisionId, status: event.toStatus }, event.fromStatus, { reason: null, undoes: event.id });
    if (typeof moved !== "string") return fail(moved);
    await context.record({ name: "comment.decision_undone", subjectId: subject.comment.id, data: { articleId: subject.articleId, eventId: event.id } });
    return ok({ status: event.fromStatus });
  },
});
