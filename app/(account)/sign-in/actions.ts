"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { doorWords, refusalIn } from "@/components/account/door-words";
import type { FormState } from "@/components/forms/action-form";
import { mailServer } from "@/lib/mail/reads/mails";
import { resetAttempt } from "@/lib/people/reset-attempt";
import { signInAttempt } from "@/lib/people/sign-in-attempt";
import { fieldsOf, perform, refuseForeign } from "@/lib/web/action";
import { thePaper } from "@/lib/web/reading";
import { safeRedirect } from "@/lib/web/safe-redirect";
import { carrySession, visitor } from "@/lib/web/session";

/** Signs in and goes on: where one wanted to go, else to the desk or, for readers, to the account. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const stopped = (failure: FormState["failure"]): FormState => ({ failure, typed, done: null });
  const foreign = await refuseForeign();
  if (foreign) return stopped(foreign);
  const guest = await visitor();
  const device = ((await headers()).get("user-agent") ?? "").slice(0, 300);
  const result = await perform(signInAttempt, { email: fields.email ?? "", password: fields.password ?? "", device }, { actor: guest });
  if (!result.ok) return stopped(refusalIn((await thePaper()).language, result.failure));
  await carrySession(result.value.token);
  redirect(safeRedirect(fields.next, result.value.role === "reader" ? "/account" : "/desk"));
}

/** Asks for a link because the password is forgotten. Says the same whether anybody has the address or not. */
export async function askResetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(resetAttempt, { email: fields.email ?? "" }, { actor: await visitor() });
  const { language } = await thePaper();
  if (!result.ok) return { failure: refusalIn(language, result.failure), typed, done: null };
  const done = mailServer() ? doorWords[language].onItsWay : doorWords[language].atTheDesk;
  return { failure: null, typed, done };
}
