"use server";

import { redirect } from "next/navigation";
import { doorWords, refusalIn } from "@/components/account/door-words";
import type { FormState } from "@/components/forms/action-form";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { actorOfToken } from "@/lib/core/session-check";
import { changePassword, changeProfile, chooseNewPassword, setUpPaper } from "@/lib/people/commands/account";
import { endOtherSessions, endSession } from "@/lib/people/commands/sessions";
import { createSection } from "@/lib/sections/commands/create-section";
import { firstSections } from "@/lib/sections/first-sections";
import { fieldsOf, perform, refuseForeign } from "@/lib/web/action";
import { thePaper } from "@/lib/web/reading";
import { carrySession, currentActor, visitor } from "@/lib/web/session";

type Outcome = { ok: true } | { ok: false; failure: NonNullable<FormState["failure"]> };

/** What the form shows afterwards, in the words of whoever sent it: the desk's English, or the language of the paper. */
async function after(result: Outcome, typed: Record<string, string>, done: "changed" | "saved" | "ended" | "othersEnded" | null): Promise<FormState> {
  const actor = await currentActor();
  const language = actor.kind === "person" && actor.role !== "reader" ? "en" : (await thePaper()).language;
  return result.ok ? { failure: null, typed: {}, done: done && doorWords[language][done] } : { failure: refusalIn(language, result.failure), typed, done: null };
}

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const actor = await currentActor();
  const counted = await countAgainst(limits.changePassword, actor.kind === "person" ? actor.personId : "nobody");
  if (!counted.ok) return after(counted, typed, null);
  return after(await perform(changePassword, { current: fields.current ?? "", password: fields.password ?? "" }), typed, "changed");
}

export async function changeProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(changeProfile, { name: fields.name ?? "", bio: fields.bio ?? "" });
  return { ...(await after(result, typed, "saved")), typed };
}

export async function endSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return after(await perform(endSession, { sessionId: fieldsOf(form).fields.sessionId ?? "" }), {}, "ended");
}

export async function endOthersAction(): Promise<FormState> {
  return after(await perform(endOtherSessions, {}), {}, "othersEnded");
}

/** Accepts an invitation or a reset link, and signs in. */
export async function chooseNewPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields } = fieldsOf(form);
  const foreign = await refuseForeign();
  if (foreign) return { failure: foreign, typed: {}, done: null };
  const guest = await visitor();
  const counted = await countAgainst(limits.oneTimeLink, guest.network);
  if (!counted.ok) return after(counted, {}, null);
  const result = await perform(chooseNewPassword, { token: fields.token ?? "", password: fields.password ?? "" }, { actor: guest });
  if (!result.ok) return after(result, {}, null);
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
  if (!counted.ok) return after(counted, typed, null);
  const { token = "", paper = "", name = "", email = "", password = "" } = fields;
  const result = await perform(setUpPaper, { token: token.trim(), paper, name, email, password }, { actor: guest });
  if (!result.ok) return after(result, typed, null);
  const administrator = await actorOfToken(result.value.token);
  for (const section of administrator ? firstSections : []) await perform(createSection, section, { actor: administrator ?? guest });
  await carrySession(result.value.token);
  redirect("/desk/people");
}
