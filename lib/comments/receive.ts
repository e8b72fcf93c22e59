import { postComment } from "@/lib/comments/commands/post-comment";
import { isVisible } from "@/lib/comments/comment";
import { gateText } from "@/lib/comments/gate";
import { refusal } from "@/lib/comments/refusals/refusal";
import { secondOpinion } from "@/lib/comments/second-opinion";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Limit, limits } from "@/lib/core/limits";
import type { Whence } from "@/lib/core/network";
import type { Opinion } from "@/lib/core/opinion";
import { countAgainst } from "@/lib/core/rate-limit";
import type { Failure } from "@/lib/kernel/failure";
import { tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { canonicalEmail } from "@/lib/people/inputs";
import { may } from "@/lib/policy/ability";

/** What whoever sent a comment hears of it. What became of one that is not public, not even its sender is told here. */
export type ReceivedComment = { commentId: string; key: string; state: "published" | "waiting" | "unverified" };

/** Forms being answered in this process, by all that they say and who sent them. */
const underWay = new Map<string, Promise<Result<ReceivedComment>>>();

/**
 * The one door for comments from outside, whichever form they come by: rate limits, then the command. `network` is a keyed hash; whoever
 * comes with a `whence` keeps to the pace that the paper allows.
 * A double click is one request: what is the same to the letter waits for the answer that is under way.
 */
export function receiveComment(input: Record<string, unknown>, actor: Actor, network: string, whence?: Whence): Promise<Result<ReceivedComment>> {
  const request = tokenHash(JSON.stringify([personIdOf(actor), network, input]));
  const same = underWay.get(request);
  if (same) return same;
  const answer = countAndPost(input, actor, network, whence).finally(() => underWay.delete(request));
  underWay.set(request, answer);
  return answer;
}

/** What the service outside thinks of a text that may be said at all; nobody is asked about what staff say, nor about what a guest has yet to confirm. */
async function opinionOf(actor: Actor, text: unknown): Promise<Opinion | null> {
  const isJudgedNow = actor.kind === "person" ? !may(actor, "desk.enter") : fromProcess("env").mail === null;
  const gated = typeof text === "string" && isJudgedNow ? gateText(text) : null;
  return gated && "text" in gated ? secondOpinion(gated.text) : null;
}

/** Counts every sending but that of a form which arrived before: it gets its first answer again. */
async function countAndPost(input: Record<string, unknown>, actor: Actor, network: string, whence?: Whence): Promise<Result<ReceivedComment>> {
  const call = { actor, key: tokenHash(typeof input.token === "string" ? input.token : ""), ...(whence ? { whence } : {}) };
  let opinion: Opinion | null = null;
  if (!(await postComment.isAnswered(call))) {
    for (const [limit, key] of limitsFor(actor, network, input.email)) {
      const counted = await countAgainst(limit, key);
      if (!counted.ok) return counted;
    }
    opinion = await opinionOf(actor, input.text);
  }
  const result = await postComment.execute(input, { ...call, opinion });
  if (!result.ok) return fail(asTheFormKnowsIt(result.failure));
  const { commentId, key, status } = result.value;
  return ok({ commentId, key, state: isVisible(status) ? "published" : status === "unverified" ? "unverified" : "waiting" });
}

function limitsFor(actor: Actor, network: string, email: unknown): (readonly [Limit, string])[] {
  if (actor.kind === "person") return [[may(actor, "desk.enter") ? limits.commentsFromStaffHour : limits.commentsFromPersonHour, actor.personId]];
  const ofNetwork = [[limits.commentsFromGuestNetworkHour, network], [limits.commentsFromGuestNetworkDay, network]] as const;
  // Whoever types another's address must not fill her mailbox.
  return fromProcess("env").mail && typeof email === "string" ? [...ofNetwork, [limits.confirmationsToAddress, canonicalEmail(email)]] : [...ofNetwork];
}

/** What every command may answer, by the words that the form knows. */
function asTheFormKnowsIt(failure: Failure): Failure {
  if (failure.reason === "key_reused") return refusal("invalid", "form_used");
  return failure.reason === "invalid_input" && failure.fields?.parentId ? refusal("conflict", "parent_gone") : failure;
}
