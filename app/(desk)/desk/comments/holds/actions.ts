"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { liftLegalHold, placeLegalHold } from "@/lib/moderation/commands/legal-hold";
import { commentIdIn } from "@/lib/moderation/reads/legal-holds";
import { fieldsOf, perform, refused } from "@/lib/web/action";

/** Puts the comment that is named by its address or id under a legal hold. */
export async function placeHoldAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(placeLegalHold, { commentId: commentIdIn(fields.comment ?? "") ?? "", matter: fields.matter });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments", "layout");
  return { failure: null, typed: {}, done: "The comment is kept, with all that is known of it." };
}

/** Releases a comment from its legal hold. */
export async function releaseHoldAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(liftLegalHold, { commentId: fields.commentId, reason: fields.reason });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments", "layout");
  return { failure: null, typed: {}, done: "The comment is released." };
}
