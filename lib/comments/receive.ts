import { postComment } from "@/lib/comments/commands/post-comment";
import type { Actor } from "@/lib/core/actor";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { tokenHash } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";
import { may } from "@/lib/policy/ability";

export type PostedComment = { commentId: string; key: string; status: string; says: { title: string; text: string } };

/** The one door for comments from outside, whichever form they come by: rate limits, then the command. `network` is a keyed hash. */
export async function receiveComment(input: Record<string, unknown>, actor: Actor, network: string): Promise<Result<PostedComment>> {
  const token = typeof input.token === "string" ? input.token : "";
  const applicable =
    actor.kind !== "person"
      ? ([[limits.commentsFromGuestNetworkHour, network], [limits.commentsFromGuestNetworkDay, network]] as const)
      : ([[may(actor, "desk.enter") ? limits.commentsFromStaffHour : limits.commentsFromPersonHour, actor.personId]] as const);
  // The same form sent twice is one comment: it counts once and gets one answer.
  const firstTime = await countAgainst(limits.commentForm, token);
  if (firstTime.ok) {
    for (const [limit, key] of applicable) {
      const counted = await countAgainst(limit, key);
      if (!counted.ok) return counted;
    }
  }
  return postComment.execute(input, { actor, key: tokenHash(token) });
}
