"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeSection, moveSection } from "@/lib/sections/commands/change-section";
import { createSection } from "@/lib/sections/commands/create-section";
import { fieldsOf, perform, refused } from "@/lib/web/action";

const place = "/desk/settings/sections";

export async function addSectionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { name = "", slug = "", accent = "", description = "", parentId = "", key } = fields;
  const result = await perform(createSection, { name, slug, accent, description, parentId }, key ? { key } : {});
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath(place);
  return { failure: null, typed: {}, done: `The section stands at /${result.value.slug}.` };
}

export async function changeSectionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { sectionId = "", seen = "", name = "", slug = "", accent = "", description = "", parentId = "" } = fields;
  const result = await perform(changeSection, { sectionId, seen, name, slug, accent, description, parentId });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath(place);
  return { failure: null, typed: {}, done: "Saved." };
}

export async function moveSectionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { sectionId = "", direction = "" } = fieldsOf(form).fields;
  const result = await perform(moveSection, { sectionId, direction });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath(place);
  return { failure: null, typed: {}, done: `Now number ${result.value.position + 1}.` };
}
