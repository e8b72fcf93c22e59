import type { Transaction } from "@/db/client";
import type { MailState, Role } from "@/db/vocabulary";
import { queueMail } from "@/lib/mail/queue-mail";
import { invitationLetter, resetLetter } from "@/lib/people/letters";
import { linkAddress, type OneTimeLink } from "@/lib/people/one-time-links";
import { paperName } from "@/lib/settings/reads/paper-name";

type Holder = { name: string; email: string; role: Role };

/** Mails a one-time link to whom it is for, under the link's own id: one link, one mail. Says how far that mail is. */
export async function mailLink(tx: Transaction, link: OneTimeLink, person: Holder, by: string): Promise<MailState> {
  const words = { paper: await paperName(tx), name: person.name, link: linkAddress(link), hours: link.hours };
  const letter = link.purpose === "invitation" ? invitationLetter({ ...words, by, role: person.role }) : resetLetter(words);
  return queueMail(tx, { id: link.id, kind: link.purpose === "invitation" ? "invitation" : "password_reset", to: person.email, ...letter, goodUntil: link.expiresAt });
}
