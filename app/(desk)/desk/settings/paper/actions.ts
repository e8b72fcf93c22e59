"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changePaper } from "@/lib/settings/commands/change-paper";
import { fieldsOf, perform, refused } from "@/lib/web/action";

export async function changePaperAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { seen = "", name = "", tagline = "", description = "", timeZone = "", language = "", imprint = "", correctionsAt = "below" } = fields;
  const lines = imprint.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const result = await perform(changePaper, { seen, name, tagline, description, timeZone, language, imprint: lines, correctionsAt });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/paper");
  return { failure: null, typed: {}, done: "Saved: readers see it now." };
}
