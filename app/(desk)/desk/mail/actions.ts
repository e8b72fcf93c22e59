"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { tryMailAgain } from "@/lib/mail/commands/try-again";
import { fieldsOf, perform } from "@/lib/web/action";

export async function tryMailAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const result = await perform(tryMailAgain, { mailId: fieldsOf(form).fields.mailId ?? "" });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath("/desk/mail", "layout");
  return { failure: null, typed: {}, done: "It goes out within a few seconds." };
}
