import { appDatabase } from "@/db/client";
import { appealDecision } from "@/lib/comments/commands/appeal-decision";
import { confirmComment } from "@/lib/comments/commands/confirm-comment";
import { editComment } from "@/lib/comments/commands/edit-comment";
import { followThread } from "@/lib/comments/commands/follow-thread";
import { gateText } from "@/lib/comments/gate";
import { likeComment } from "@/lib/comments/commands/like-comment";
import { muteAuthor } from "@/lib/comments/commands/mute-author";
import { gateReport, reportComment } from "@/lib/comments/commands/report-comment";
import { isVisible } from "@/lib/comments/comment";
import type { TypedNotice } from "@/lib/comments/legal-notice";
import { refusal, wrongFields } from "@/lib/comments/refusals/refusal";
import { commentToConfirm } from "@/lib/comments/reads/to-confirm";
import { trustOf } from "@/lib/comments/reads/trust";
import { secondOpinion } from "@/lib/comments/second-opinion";
import type { Actor, VisitorActor } from "@/lib/core/actor";
import { limits, limitsAtTrust } from "@/lib/core/limits";
import type { Whence } from "@/lib/core/network";
import { countAgainst, giveBack } from "@/lib/core/rate-limit";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { may } from "@/lib/policy/ability";

/* The doors for what readers do with comments that stand already, whichever form it comes by: limits first, then the command. */

/** Likes or no longer likes; refused to whoever is not signed in. */
export async function receiveLike(input: { commentId: string; liked: boolean }, actor: Actor): Promise<Result<{ liked: boolean; likes: number }>> {
  if (actor.kind !== "person") return fail(refusal("unauthenticated", "like_sign_in"));
  const counted = await countAgainst(limitsAtTrust.likes[await trustOf(appDatabase(), actor)], actor.personId);
  return counted.ok ? gone(await likeComment.execute(input, { actor })) : counted;
}

/** Takes a report. Whatever became of it, and whether the comment is there at all: the answer is the same thanks. */
export async function receiveReport(input: { commentId: string; reason: string; law: string; text: string; notice: TypedNotice | null }, actor: Actor, whence: Pick<Whence, "network" | "prefix">): Promise<Result<{ thanks: true }>> {
  // What cannot be kept is said before anything is counted or looked for: the same of every comment, there or not.
  const gated = gateReport(input);
  if ("problems" in gated) return fail(wrongFields("report", gated.problems));
  const who = actor.kind === "person" ? actor.personId : whence.network;
  const counted = await countAgainst(limitsAtTrust.reports[await trustOf(appDatabase(), actor)], who);
  if (!counted.ok) return counted;
  const result = await reportComment.execute({ ...input, network: whence.network, prefix: whence.prefix }, { actor });
  return !result.ok && result.failure.code === "not_found" ? ok({ thanks: true }) : result;
}

type Edit = { of: { key: string } | { commentId: string }; revisionId: string; text: string };

/** Writes one's own comment anew. What became of one that is not public, not even its author is told here. */
export async function receiveEdit(input: Edit, actor: Actor, network: string): Promise<Result<{ commentId: string; state: "published" | "waiting" }>> {
  const counted = await countAgainst(limits.commentEdits, actor.kind === "person" ? actor.personId : network);
  if (!counted.ok) return counted;
  const gated = gateText(input.text);
  if ("problem" in gated) return fail(wrongFields("text", { comment: gated.problem }));
  const opinion = actor.kind === "person" && may(actor, "desk.enter") ? null : await secondOpinion(gated.text);
  const result = gone(await editComment.execute(input, { actor, opinion }));
  return result.ok ? ok({ commentId: result.value.commentId, state: isVisible(result.value.status) ? "published" : "waiting" }) : result;
}

/** Confirms a guest's comment by the link in her mail. */
export async function receiveConfirmation(input: { token: string; tell: boolean }, visitor: VisitorActor): Promise<Result<{ key: string }>> {
  const counted = await countAgainst(limits.oneTimeLink, visitor.network);
  if (!counted.ok) return counted;
  const waiting = await commentToConfirm(input.token);
  return gone(await confirmComment.execute(input, { actor: visitor, opinion: waiting && (await secondOpinion(waiting.source)) }));
}

type Appeal = { of: { key: string } | { commentId: string }; eventId: string; text: string };

/** Asks for another look at a decision about one's own comment: three times a week. What is refused for its words is not counted. */
export async function receiveAppeal(input: Appeal, actor: Actor, network: string): Promise<Result<object>> {
  const who = actor.kind === "person" ? actor.personId : network;
  const counted = await countAgainst(limits.appeals, who);
  if (!counted.ok) return counted;
  const result = gone(await appealDecision.execute(input, { actor }));
  if (!result.ok) await giveBack(limits.appeals, who);
  return result;
}

/** Mutes whoever wrote a comment, or hears of her again. */
export async function receiveMute(input: { commentId: string; muted: boolean }, actor: Actor): Promise<Result<{ muted: boolean }>> {
  if (actor.kind !== "person") return fail(refusal("unauthenticated", "sign_in"));
  const counted = await countAgainst(limits.mutes, actor.personId);
  if (!counted.ok) return counted;
  return gone(await muteAuthor.execute(input, { actor }));
}

/** Chooses what one hears of the thread of a comment. */
export async function receiveFollow(input: { commentId: string; hear: string }, actor: Actor): Promise<Result<{ hear: string }>> {
  return gone(await followThread.execute(input, { actor }));
}

function gone<Value>(result: Result<Value>): Result<Value> {
  return !result.ok && result.failure.code === "not_found" ? fail(refusal("not_found", "comment_gone")) : result;
}
