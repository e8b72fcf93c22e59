"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import type { Result } from "@/lib/kernel/result";
import { confirmBan } from "@/lib/sanctions/commands/confirm-ban";
import { grantTrust, withdrawTrust } from "@/lib/sanctions/commands/grant-trust";
import { imposeSanction } from "@/lib/sanctions/commands/impose-sanction";
import { liftSanction, undoSweep } from "@/lib/sanctions/commands/lift-sanction";
import { noteCommenter } from "@/lib/sanctions/commands/note-commenter";
import { fieldsOf, perform } from "@/lib/web/action";

/** What a form shows afterwards, with the page around it made anew. */
function shown<Value>(result: Result<Value>, typed: Record<string, string>, done: (value: Value) => string): FormState {
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/comments", "layout");
  return { failure: null, typed: {}, done: done(result.value) };
}

const whoIn = ({ personId, guestId = "" }: Record<string, string>) => (personId ? { personId } : { guestId });

/** Imposes a sanction on a commenter, and rejects with it what was chosen. */
export async function imposeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { kind = "", days = "", reason = "", message = "", sweep = "", seen, key } = fields;
  // Nothing is for good because nobody said how long.
  const lasts = days === "good" || kind === "warn" ? null : Number(days || 0);
  const input = { who: whoIn(fields), kind, days: lasts, reason, message, sweep: sweep || null, seen: seen || null };
  return shown(await perform(imposeSanction, input, key ? { key } : {}), typed, ({ unconfirmed, swept, told }) => {
    const parts = [unconfirmed ? "Suspended until a second moderator confirms the ban." : "It holds from now on.", told ? "A mail with the reason is on its way." : "No mail can be sent to this commenter.", ...(swept > 0 ? [`${swept} comments are being rejected.`] : [])];
    return parts.join(" ");
  });
}

/** Lifts a sanction, and brings back what went with it where that was chosen. */
export async function liftAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  return shown(await perform(liftSanction, { sanctionId: fields.sanctionId ?? "", message: fields.message ?? "", bringBack: fields.bringBack === "yes" }), typed, ({ broughtBack }) => (broughtBack ? "Lifted. The comments are being brought back." : "Lifted."));
}

/** Confirms a ban that somebody else asked for. */
export async function confirmBanAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  return shown(await perform(confirmBan, { sanctionId: fields.sanctionId ?? "" }), typed, () => "Confirmed: this is a ban now.");
}

/** Brings back what went with a sanction, which itself stands. */
export async function undoSweepAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  return shown(await perform(undoSweep, { sweepId: fields.sweepId ?? "" }), typed, () => "The comments are being brought back.");
}

/** Notes something for the other moderators. */
export async function noteAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  return shown(await perform(noteCommenter, { who: whoIn(fields), text: fields.text ?? "" }, fields.key ? { key: fields.key } : {}), typed, () => "Noted.");
}

/** Grants a level of trust, in the place of what was granted before. */
export async function grantTrustAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const input = { personId: fields.personId ?? "", level: Number(fields.level), note: fields.note ?? "", seen: fields.seen || null };
  return shown(await perform(grantTrust, input, fields.key ? { key: fields.key } : {}), typed, () => "Granted.");
}

/** Withdraws what was granted. */
export async function withdrawTrustAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  return shown(await perform(withdrawTrust, { grantId: fields.grantId ?? "" }), typed, () => "Withdrawn.");
}
