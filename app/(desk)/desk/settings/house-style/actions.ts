"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { changeSensitiveTopics } from "@/lib/settings/commands/change-sensitive-topics";
import { fieldsOf, perform } from "@/lib/web/action";

export async function changeHouseStyleAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeHouseStyle, { rules: fields.rules ?? "" });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/settings/house-style");
  return { failure: null, typed: {}, done: `Saved: ${result.value.rules} ${result.value.rules === 1 ? "rule" : "rules"}.` };
}

export async function changeSensitiveTopicsAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeSensitiveTopics, { topics: fields.topics ?? "" });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/settings/house-style");
  return { failure: null, typed: {}, done: `Saved: ${result.value.topics} ${result.value.topics === 1 ? "topic" : "topics"}.` };
}
