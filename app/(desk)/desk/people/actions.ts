"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import type { MailState } from "@/db/vocabulary";
import { changeRole, disablePerson, enablePerson, invitePerson, offerReset } from "@/lib/people/commands/membership";
import { linkAddress, linkHours } from "@/lib/people/one-time-links";
import { fieldsOf, perform } from "@/lib/web/action";

/** What became of the mail, before the link that was in it. */
const mailWords = {
  waiting: (email: string) => `A mail with this link is on its way to ${email}. You can pass it on yourself, too;`,
  sent: (email: string) => `A mail with this link went to ${email}. You can pass it on yourself, too;`,
  failed: (email: string) => `No mail can be sent to ${email}. Pass this link on;`,
  kept: () => "There is no mail server, so the mail was kept (Settings, Mail). Pass this link on;",
} satisfies Record<MailState, (email: string) => string>;

type Offered = { token: string; purpose: "invitation" | "reset"; email: string; mail: MailState };
const shown = ({ token, purpose, email, mail }: Offered) => ({ done: `${mailWords[mail](email)} it works once, for ${linkHours} hours:`, link: linkAddress({ token, purpose }) });

export async function inviteAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const { name = "", email = "", role = "", key } = fields;
  const result = await perform(invitePerson, { name, email, role }, key ? { key } : {});
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/people");
  return { failure: null, typed: {}, ...shown({ ...result.value, purpose: "invitation", email }) };
}

export async function personAction(_state: FormState, form: FormData): Promise<FormState> {
  const { personId = "", role = "", verb = "" } = fieldsOf(form).fields;
  if (verb === "reset") {
    const offered = await perform(offerReset, { personId });
    return offered.ok ? { failure: null, typed: {}, ...shown(offered.value) } : { failure: offered.failure, typed: {}, done: null };
  }
  const result = verb === "role" ? await perform(changeRole, { personId, role }) : await perform(verb === "disable" ? disablePerson : enablePerson, { personId });
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  revalidatePath("/desk/people");
  return { failure: null, typed: {}, done: "Done." };
}
