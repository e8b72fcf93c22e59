"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { lookAgain } from "@/lib/moderation/commands/look-again";
import { fieldsOf, perform } from "@/lib/web/action";

/** Says what one would have decided about what a colleague approved. */
export async function lookAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(lookAgain, { eventId: fields.eventId ?? "", reason: fields.would === "reject" ? fields.reason : null });
  revalidatePath("/desk/comments/quality");
  return result.ok ? { failure: null, typed: {}, done: "Thank you." } : { failure: result.failure, typed, done: null };
}
