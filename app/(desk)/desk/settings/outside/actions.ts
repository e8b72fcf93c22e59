"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeAnnouncing } from "@/lib/announcing/commands/change-announcing";
import { changeOutside } from "@/lib/settings/commands/change-outside";
import { fieldsOf, perform, refused } from "@/lib/web/action";

export async function changeOutsideAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeOutside, { seen: fields.seen ?? "", fetches: fields.fetches === "on" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/outside");
  return { failure: null, typed: {}, done: result.value.fetches ? "Switched on: outside addresses are fetched when asked for." : "Switched off: nothing is fetched from outside." };
}

export async function changeAnnouncingAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeAnnouncing, { seen: fields.seen ?? "", searchEngines: fields.searchEngines === "on", hub: fields.hub ?? "" });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/settings/outside");
  const told = [...(result.value.searchEngines ? ["search engines"] : []), ...(result.value.hub ? ["the hub"] : [])].join(" and ");
  return { failure: null, typed: {}, done: told ? `Kept: ${told} will be told of what is new.` : "Kept: nobody is told." };
}
