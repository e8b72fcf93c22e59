"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { answerAppeal } from "@/lib/moderation/commands/answer-appeal";
import { fieldsOf, perform } from "@/lib/web/action";

/** Publishes the comment after all, or keeps the decision, with words to whoever objected. */
export async function answerAppealAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(answerAppeal, { appealId: fields.appealId ?? "", granted: fields.choice === "publish", answer: fields.answer ?? "" });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/comments/appeals");
  return { failure: null, typed: {}, done: result.value.granted ? "Published." : "The decision stands." };
}
