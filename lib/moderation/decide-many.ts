import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { comments, moderationEvents } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { commentModerate } from "@/lib/comments/abilities";
import { commentSettings } from "@/lib/comments/settings";
import { personIdOf } from "@/lib/core/actor";
import type { Call } from "@/lib/core/command";
import { parseInput } from "@/lib/core/parse-input";
import { type Failure, forbidden, invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { DecideInput, decideComment, seenComment, undoDecision } from "@/lib/moderation/commands/decide";

const most = commentSettings.decidedAtOnce;
const reload = "Reload the page and choose again.";

const ManyInput = z.strictObject({
  ...DecideInput.pick({ reason: true, message: true }).shape,
  batchId: z.uuid(reload),
  decision: z.enum(["approve", "reject", "spam"], "Choose a decision."),
  items: z.array(z.strictObject(seenComment), reload).min(1, "Choose a comment.").max(most, `Choose ${most} comments at most.`),
});
const BatchInput = z.strictObject({ batchId: z.uuid(reload) });

/** What became of one of them: how it stands now, or why nothing happened to it. */
export type ItemDecided = { commentId: string; name: string } & ({ status: CommentStatus } | { failure: Failure });
export type ManyDecided = { batchId: string; items: ItemDecided[] };

const mayNot = forbidden("not_allowed", "You may not do this.");

/**
 * Decides about up to a hundred comments as the moderator saw each: whatever somebody else decided or changed meanwhile is left as it is
 * and told by its own sentence, and the others are decided all the same. Each is a transaction of its own, so that nobody waits for all of
 * them; their events carry the one batch, by which they are taken back. Sent again with the same batch, nothing happens twice.
 */
export async function decideMany(input: unknown, call: Call): Promise<Result<ManyDecided>> {
  const parsed = parseInput(ManyInput, input);
  if (!parsed.ok) return parsed;
  if (!commentModerate.check(call.actor, null)) return fail(mayNot);
  const { items, ...decision } = parsed.value;
  if (decision.decision === "reject" && !decision.reason) return fail(invalid("no_reason", "Choose a reason.", { fields: { reason: "Choose a reason." } }));
  const each = [...new Map(items.map((item) => [item.commentId, item])).values()];
  return ok({ batchId: decision.batchId, items: await oneByOne(each, (item) => decideComment.execute({ ...decision, ...item }, call)) });
}

/** Takes back all that this person decided in one step, but for what somebody decided or changed since: that is told, and stays. */
export async function undoBatch(input: unknown, call: Call): Promise<Result<ManyDecided>> {
  const parsed = parseInput(BatchInput, input);
  if (!parsed.ok) return parsed;
  const me = personIdOf(call.actor);
  if (!me || !commentModerate.check(call.actor, null)) return fail(mayNot);
  const { batchId } = parsed.value;
  const events = await appDatabase()
    .select({ eventId: moderationEvents.id, commentId: moderationEvents.commentId })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.batchId, batchId), eq(moderationEvents.actorId, me), isNull(moderationEvents.undoes)))
    .orderBy(desc(moderationEvents.createdAt))
    .limit(most);
  if (events.length === 0) return fail(notFound("no_decision", "There is nothing to take back."));
  return ok({ batchId, items: await oneByOne(events, ({ eventId }) => undoDecision.execute({ eventId }, call)) });
}

async function oneByOne<Item extends { commentId: string }>(items: readonly Item[], decide: (item: Item) => Promise<Result<{ status: CommentStatus }>>): Promise<ItemDecided[]> {
  const decided: ItemDecided[] = [];
  for (const item of items) {
    const [row] = await appDatabase().select({ name: comments.nameSnapshot }).from(comments).where(eq(comments.id, item.commentId));
    const result = await decide(item);
    decided.push({ commentId: item.commentId, name: row?.name ?? "", ...(result.ok ? { status: result.value.status } : { failure: result.failure }) });
  }
  return decided;
}
