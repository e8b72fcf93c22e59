"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { changeSensitiveTopics } from "@/lib/settings/commands/change-sensitive-topics";
import { tryHouseStyle } from "@/lib/settings/try-house-style";
import { fieldsOf, perform, refused } from "@/lib/web/action";

/** Saves the rules, or with the other button only tries them on a text; what is typed stays in the form then. */
export async function changeHouseStyleAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  if (fields.then === "try") return triedRules(fields, typed);
  const result = await perform(changeHouseStyle, { seen: fields.seen ?? "", rules: fields.rules ?? "" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/house-style");
  return { failure: null, typed: { text: fields.text ?? "" }, done: `Saved: ${result.value.rules} ${result.value.rules === 1 ? "rule" : "rules"}.` };
}

async function triedRules({ rules = "", text = "" }: Record<string, string>, typed: Record<string, string>): Promise<FormState> {
  const result = await perform(tryHouseStyle, { rules, text });
  if (!result.ok) return refused(result.failure, typed);
  const { found, whole } = result.value;
  const lines = found.map(({ words, by, reason }) => `“${words}”: ${by ? `better “${by}”` : "not in this house"}${reason ? `. ${reason}` : ""}`);
  const late = whole ? "" : " Some of it was not looked through: the expressions took too long.";
  return { failure: null, typed, found: lines, done: `Tried, not saved: ${found.length === 0 ? "nothing is found" : found.length === 1 ? "1 place is found" : `${found.length} places are found`}.${late}` };
}

export async function changeSensitiveTopicsAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeSensitiveTopics, { seen: fields.seen ?? "", topics: fields.topics ?? "" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/house-style");
  return { failure: null, typed: {}, done: `Saved: ${result.value.topics} ${result.value.topics === 1 ? "topic" : "topics"}.` };
}
