import { type PostedComment, postComment } from "@/lib/comments/commands/post-comment";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Limit, limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { tokenHash } from "@/lib/kernel/ids";
import { fail, type Result } from "@/lib/kernel/result";
import { may } from "@/lib/policy/ability";

/** Forms being answered in this process, by all that they say and who sent them. */
const underWay = new Map<string, Promise<Result<PostedComment>>>();

/**
 * The one door for comments from outside, whichever form they come by: rate limits, then the command. `network` is a keyed hash.
 * A double click is one request: what is the same to the letter waits for the answer that is under way.
 */
export function receiveComment(input: Record<string, unknown>, actor: Actor, network: string): Promise<Result<PostedComment>> {
  const request = tokenHash(JSON.stringify([personIdOf(actor), network, input]));
  const same = underWay.get(request);
  if (same) return same;
  const answer = countAndPost(input, actor, network).finally(() => underWay.delete(request));
  underWay.set(request, answer);
  return answer;
}

/** Counts every sending but that of a form which arrived before: it gets its first answer again. */
async function countAndPost(input: Record<string, unknown>, actor: Actor, network: string): Promise<Result<PostedComment>> {
  const call = { actor, key: tokenHash(typeof input.token === "string" ? input.token : "") };
  if (!(await postComment.isAnswered(call))) {
    for (const [limit, key] of limitsFor(actor, network)) {
      const counted = await countAgainst(limit, key);
      if (!counted.ok) return counted;
    }
  }
  const result = await postComment.execute(input, call);
  return result.ok ? result : fail(inWordsOfTheForm(result.failure));
}

function limitsFor(actor: Actor, network: string): (readonly [Limit, string])[] {
  if (actor.kind === "person") return [[may(actor, "desk.enter") ? limits.commentsFromStaffHour : limits.commentsFromPersonHour, actor.personId]];
  return [[limits.commentsFromGuestNetworkHour, network], [limits.commentsFromGuestNetworkDay, network]];
}

/** What every command may answer, said to somebody who holds a form. */
function inWordsOfTheForm(failure: Failure): Failure {
  if (failure.reason === "key_reused") return invalid("form_used", "An earlier text of this form arrived. Post once more to add this one; your text is kept.");
  if (failure.reason === "not_found") return { ...failure, message: "The story is no longer here, so nothing can be posted under it. Copy your text if you want to keep it." };
  if (failure.reason === "invalid_input" && failure.fields) return { ...failure, message: Object.values(failure.fields).join(" ") };
  return failure;
}
