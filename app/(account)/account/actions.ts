"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/action-form";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { actorOfToken } from "@/lib/core/session-check";
import { changePassword, changeProfile, chooseNewPassword, setUpPaper } from "@/lib/people/commands/account";
import { endOtherSessions, endSession } from "@/lib/people/commands/sessions";
import { createSection } from "@/lib/sections/commands/create-section";
import { firstSections } from "@/lib/sections/first-sections";
import { fieldsOf, perform, refuseForeign } from "@/lib/web/action";
import { carrySession, currentActor, visitor } from "@/lib/web/session";

const after = (result: { ok: true } | { ok: false; failure: NonNullable<FormState["failure"]> }, typed: Record<string, string>, done: string): FormState => (result.ok ? { failure: null, typed: {}, done } : { failure: result.failure, typed, done: null });

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const actor = await currentActor();
  const counted = await countAgainst(limits.changePassword, actor.kind === "person" ? actor.personId : "nobody");
  if (!counted.ok) return after(counted, typed, "");
  return after(await perform(changePassword, { current: fields.current ?? "", password: fields.password ?? "" }), typed, "Your password is changed. All other devices are signed out.");
}

export async function changeProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeProfile, { name: fields.name ?? "", bio: fields.bio ?? "" });
  return result.ok ? { failure: null, typed, done: "Saved." } : after(result, typed, "");
}

export async function endSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return after(await perform(endSession, { sessionId: fieldsOf(form).fields.sessionId ?? "" }), {}, "That device is signed out.");
}

export async function endOthersAction(): Promise<FormState> {
  return after(await perform(endOtherSessions, {}), {}, "All other devices are signed out.");
}

/** Accepts an invitation or a reset link, and signs in. */
export async function chooseNewPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields } = fieldsOf(form);
  const foreign = await refuseForeign();
  if (foreign) return { failure: foreign, typed: {}, done: null };
  const guest = await visitor();
  const counted = await countAgainst(limits.oneTimeLink, guest.network);
  if (!counted.ok) return after(counted, {}, "");
  const result = await perform(chooseNewPassword, { token: fields.token ?? "", password: fields.password ?? "" }, { actor: guest });
  if (!result.ok) return after(result, {}, "");
  await carrySession(result.value.token);
  redirect(result.value.role === "reader" ? "/account" : "/desk");
}

/** Makes the first administrator and, in that person's name, the paper's first sections, so that the first story can be published at once. */
export async function setUpAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const foreign = await refuseForeign();
  if (foreign) return { failure: foreign, typed, done: null };
  const guest = await visitor();
  const counted = await countAgainst(limits.setUp, guest.network);
  if (!counted.ok) return after(counted, typed, "");
  const { token = "", paper = "", name = "", email = "", password = "" } = fields;
  const result = await perform(setUpPaper, { token: token.trim(), paper, name, email, password }, { actor: guest });
  if (!result.ok) return after(result, typed, "");
  const administrator = await actorOfToken(result.value.token);
  for (const section of administrator ? firstSections : []) await perform(createSection, section, { actor: administrator ?? guest });
  await carrySession(result.value.token);
  redirect("/desk/people");
}
