"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { describeTag } from "@/lib/tags/commands/describe-tag";
import { fieldsOf, perform } from "@/lib/web/action";

export async function describeTagAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { tagId = "", intro = "" } = fields;
  const result = await perform(describeTag, { tagId, intro });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/tags");
  return { failure: null, typed: {}, done: "Saved." };
}
