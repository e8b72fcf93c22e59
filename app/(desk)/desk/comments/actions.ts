"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { fieldsOf, perform } from "@/lib/web/action";

const done = { approve: "Approved.", reject: "Rejected.", spam: "Marked as spam.", hide: "Hidden.", show: "Shown again.", purge: "Purged.", pick: "Picked.", unpick: "No longer picked." };

/** Decides about a comment as the moderator saw it, picks it, purges it, or takes a decision back. `of` names the comment in the answer: its card may be gone. */
export async function moderateAction(_state: FormState, form: FormData): Promise<FormState> {
  const { commentId = "", revisionId = "", status = "", decision = "", reason = "", eventId, of = "" } = fieldsOf(form).fields;
  const seen = { commentId, revisionId, status };
  const decide = () => {
    if (decision === "purge") return perform(purgeComment, seen);
    if (decision === "pick" || decision === "unpick") return perform(pickComment, { ...seen, picked: decision === "pick" });
    return perform(decideComment, { ...seen, decision, reason: decision === "reject" && reason ? reason : null, message: "" });
  };
  const result = eventId ? await perform(undoDecision, { eventId }) : await decide();
  revalidatePath("/desk/comments");
  return result.ok ? { failure: null, typed: { of }, done: eventId ? "Taken back." : done[decision as keyof typeof done] } : { failure: result.failure, typed: { of }, done: null };
}
