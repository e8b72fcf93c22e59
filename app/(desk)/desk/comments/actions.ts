"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { fieldsOf, perform } from "@/lib/web/action";

/** Decides about the comment as the moderator saw it. */
export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  const { commentId = "", revisionId = "", status = "", decision = "", reason = "" } = fieldsOf(form).fields;
  const result = await perform(decideComment, { commentId, revisionId, status, decision, reason: decision === "reject" && reason ? reason : null, message: "" });
  revalidatePath("/desk/comments");
  return result.ok ? { failure: null, typed: {}, done: "Decided." } : { failure: result.failure, typed: {}, done: null };
}

export async function undoAction(_state: FormState, form: FormData): Promise<FormState> {
  const result = await perform(undoDecision, { eventId: fieldsOf(form).fields.eventId ?? "" });
  revalidatePath("/desk/comments");
  return result.ok ? { failure: null, typed: {}, done: "Taken back." } : { failure: result.failure, typed: {}, done: null };
}
