"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { nameRevision } from "@/lib/articles/commands/name-revision";
import { fieldsOf, perform } from "@/lib/web/action";

/** Gives a version a name, another one, or with the other button none. */
export async function nameVersionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { articleId = "", revisionId = "", seen = "", name = "", then } = fields;
  const result = await perform(nameRevision, { articleId, revisionId, seen, name: then === "take_away" ? "" : name });
  // Refused or not: where somebody was faster, the list shows that name.
  revalidatePath(`/desk/articles/${articleId}/history`);
  if (!result.ok) return { failure: result.failure, typed, done: null };
  const { seq, name: now } = result.value;
  return { failure: null, typed: {}, done: now ? `Version ${seq} is called “${now}”.` : `Version ${seq} has no name.` };
}
