"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import type { Failure } from "@/lib/kernel/failure";
import { type Tried, tryPipeline } from "@/lib/moderation/try-pipeline";
import { addWordRule, changeWordRule, deleteWordRule, restoreWordRule } from "@/lib/moderation/word-rules/commands/change-word-rules";
import { importWordRules, longestTable } from "@/lib/moderation/word-rules/commands/import-word-rules";
import { fieldsOf, perform, refused } from "@/lib/web/action";

const page = "/desk/comments/rules/words";

/** Adds a rule, or changes one upon the version that was seen. */
export async function saveWordRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const rule = { kind: fields.kind, pattern: fields.pattern ?? "", action: fields.action, language: fields.language || null, sectionId: fields.sectionId || null, note: fields.note ?? "", enabled: fields.enabled !== "off" };
  const result = fields.id ? await perform(changeWordRule, { id: fields.id, seen: Number(fields.seen), ...rule }) : await perform(addWordRule, rule);
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath(page);
  return { failure: null, typed: {}, done: fields.id ? "Saved." : "Added. It holds from now on." };
}

/** Deletes a rule, or brings a deleted one back. */
export async function moveWordRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  const { id, then, pattern = "" } = fieldsOf(form).fields;
  const result = await perform(then === "restore" ? restoreWordRule : deleteWordRule, { id });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(page);
  return { failure: null, typed: {}, done: then === "restore" ? `“${pattern}” is back.` : `“${pattern}” is deleted.` };
}

/** Adds the rules of a table: out of a file, or pasted. */
export async function importWordRulesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  // No character of UTF-8 takes more than four bytes: a longer file need not be read to be refused.
  const table = isFile ? (file.size > longestTable * 4 ? "x".repeat(longestTable + 1) : await file.text()) : (fields.table ?? "");
  const result = await perform(importWordRules, { table });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath(page);
  const { added, known } = result.value;
  return { failure: null, typed: {}, done: `${added === 1 ? "1 rule" : `${added} rules`} added${known > 0 ? `; ${known} stood there already` : ""}.` };
}

export type TryState = { failure: Failure | null; typed: Record<string, string>; tried: Tried | null };

/** Tries a text on all rules and the whole pipeline. */
export async function tryPipelineAction(_state: TryState, form: FormData): Promise<TryState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(tryPipeline, { text: fields.text ?? "", name: fields.name ?? "", as: fields.as });
  return result.ok ? { failure: null, typed, tried: result.value } : { failure: result.failure, typed, tried: null };
}
