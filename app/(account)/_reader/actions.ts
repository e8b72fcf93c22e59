"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accountWords, inAccountWords } from "@/components/account/words/words";
import type { FormState } from "@/components/forms/action-form";
import { type Language, languageCodes, noticeKinds } from "@/db/vocabulary";
import { askToDelete, keepAccount } from "@/lib/commenters/commands/delete-account";
import { claimComments } from "@/lib/comments/commands/claim-comments";
import { unmute } from "@/lib/comments/commands/mute-author";
import { receiveAppeal } from "@/lib/comments/receive-act";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import type { Failure } from "@/lib/kernel/failure";
import type { Result } from "@/lib/kernel/result";
import { authorsKinds } from "@/lib/notices/choices";
import { chooseNotices, readNotices, unfollowThread } from "@/lib/notices/commands/choose-notices";
import { completeSignUp } from "@/lib/people/commands/sign-up";
import { signUpAttempt } from "@/lib/people/sign-up-attempt";
import { fieldsOf, perform, refuseForeign } from "@/lib/web/action";
import { accountLanguage } from "@/lib/web/account-language";
import { safeRedirect } from "@/lib/web/safe-redirect";
import { carrySession, currentActor, visitor, whence } from "@/lib/web/session";

const asked = (code: string | undefined): Language | undefined => languageCodes.find((one) => one === code);

const refused = (failure: Failure, language: Language, typed: Record<string, string> = {}): FormState => ({ failure: inAccountWords(failure, language), typed, done: null });

/** What the form shows afterwards, in the language of the page. */
function told(result: Result<unknown>, language: Language, done: string, typed: Record<string, string> = {}): FormState {
  return result.ok ? { failure: null, typed: {}, done } : refused(result.failure, language, typed);
}

/** Asks for an account. Says the same whether the address has one or not. */
export async function signUpAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const language = await accountLanguage(asked(fields.language));
  const input = { name: fields.name ?? "", email: fields.email ?? "", language, next: safeRedirect(fields.next, "") };
  const result = await perform(signUpAttempt((await whence()).prefix), input, { actor: await visitor() });
  return told(result, language, accountWords[language].sent, typed);
}

/** Uses the link of the mail: makes the account, signs in and goes back to where the reader came from. */
export async function welcomeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const language = await accountLanguage(asked(fields.language));
  const foreign = await refuseForeign();
  if (foreign) return refused(foreign, language, typed);
  const guest = await visitor();
  const counted = await countAgainst(limits.oneTimeLink, guest.network);
  if (!counted.ok) return refused(counted.failure, language, typed);
  const result = await perform(completeSignUp, { token: fields.token ?? "", name: fields.name ?? "", password: fields.password ?? "" }, { actor: guest });
  if (!result.ok) return refused(result.failure, language, typed);
  await carrySession(result.value.token);
  redirect(safeRedirect(result.value.next, "/account/comments"));
}

/** Asks for another look at a decision about one's own comment. */
export async function appealAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const language = await accountLanguage();
  const { network } = await whence();
  const appeal = { name: "appealDecision", execute: async () => receiveAppeal({ of: { commentId: fields.commentId ?? "" }, eventId: fields.eventId ?? "", text: fields.text ?? "" }, await currentActor(), network) };
  const result = await perform(appeal, {});
  if (result.ok) revalidatePath("/account/comments");
  return told(result, language, accountWords[language].appealed, typed);
}

/** Takes into the account what was left as a guest with its address. */
export async function claimAction(): Promise<FormState> {
  const language = await accountLanguage();
  const result = await perform(claimComments, {});
  if (result.ok) revalidatePath("/account/comments");
  return told(result, language, accountWords[language].claimed);
}

/** Of what one wants to be told. */
export async function chooseNewsAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields } = fieldsOf(form);
  const choices = Object.fromEntries(noticeKinds.filter((kind) => fields.writes === "yes" || !authorsKinds.includes(kind)).map((kind) => [kind, { here: fields[`${kind}-here`] === "yes", mail: fields[`${kind}-mail`] === "yes" }]));
  const result = await perform(chooseNotices, { choices, pace: fields.pace ?? "", language: fields.language ?? "" });
  if (result.ok) revalidatePath("/account/news");
  const language = await accountLanguage(result.ok ? asked(fields.language) : undefined);
  return told(result, language, accountWords[language].saved);
}

export async function readNewsAction(): Promise<FormState> {
  const language = await accountLanguage();
  const result = await perform(readNotices, {});
  if (result.ok) revalidatePath("/account/news");
  return told(result, language, accountWords[language].marked);
}

export async function unfollowAction(_state: FormState, form: FormData): Promise<FormState> {
  const language = await accountLanguage();
  const result = await perform(unfollowThread, { rootId: fieldsOf(form).fields.rootId ?? "" });
  if (result.ok) revalidatePath("/account/news");
  return told(result, language, result.ok && result.value.wasQuiet ? accountWords[language].heardAgain : accountWords[language].unfollowed);
}

export async function unmuteAction(_state: FormState, form: FormData): Promise<FormState> {
  const language = await accountLanguage();
  const result = await perform(unmute, { muteId: fieldsOf(form).fields.muteId ?? "" });
  if (result.ok) revalidatePath("/account/news");
  return told(result, language, accountWords[language].unmuted);
}

/** Has the account deleted a day later. */
export async function deleteAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const [language, actor] = await Promise.all([accountLanguage(), currentActor()]);
  const counted = await countAgainst(limits.deleteAccount, actor.kind === "person" ? actor.personId : "nobody");
  if (!counted.ok) return refused(counted.failure, language, typed);
  const result = await perform(askToDelete, { password: fields.password ?? "", keepTexts: fields.texts === "keep" });
  if (result.ok) revalidatePath("/account/data");
  return result.ok ? { failure: null, typed: {}, done: null } : refused(result.failure, language, typed);
}

export async function keepAccountAction(): Promise<FormState> {
  const language = await accountLanguage();
  const result = await perform(keepAccount, {});
  if (result.ok) revalidatePath("/account/data");
  return told(result, language, accountWords[language].kept);
}
