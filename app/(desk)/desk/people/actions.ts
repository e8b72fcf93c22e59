"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeRole, disablePerson, enablePerson, invitePerson, linkHours, offerReset } from "@/lib/people/commands/membership";
import { fieldsOf, perform } from "@/lib/web/action";
import { origin } from "@/lib/web/reading";

const shown = (path: string, token: string) => ({ done: `Pass this link on; it works once, for ${linkHours} hours:`, link: `${origin()}/${path}/${token}` });

export async function inviteAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { name = "", email = "", role = "", key } = fields;
  const result = await perform(invitePerson, { name, email, role }, key ? { key } : {});
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/people");
  return { failure: null, typed: {}, ...shown("invitation", result.value.token) };
}

export async function personAction(_state: FormState, form: FormData): Promise<FormState> {
  const { personId = "", role = "", verb = "" } = fieldsOf(form).fields;
  const result = verb === "role" ? await perform(changeRole, { personId, role }) : verb === "disable" ? await perform(disablePerson, { personId }) : verb === "enable" ? await perform(enablePerson, { personId }) : await perform(offerReset, { personId });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath("/desk/people");
  const link = "token" in result.value ? (result.value as { token: string; purpose: string }) : null;
  return { failure: null, typed: {}, ...(link ? shown(link.purpose, link.token) : { done: "Done." }) };
}
