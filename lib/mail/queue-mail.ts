import type { Transaction } from "@/db/client";
import { mails } from "@/db/schema";
import type { MailKind, MailState } from "@/db/vocabulary";
import { enqueue } from "@/lib/core/jobs";
import { isEmailAddress } from "@/lib/kernel/email-address";
import { newId } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { plainText, singleLine } from "@/lib/kernel/text";
import { recipientHash, sealLetter, sealRecipient } from "@/lib/mail/letter";

/** What is cut off is said by its last sign. */
const longest = { subject: 200, text: 100_000 } as const;

export type NewMail = {
  kind: MailKind;
  /** One address. */
  to: string;
  subject: string;
  /** Plain text; addresses in it are links where it is read. */
  text: string;
  /** One of ours that takes a POST without asking back (RFC 8058): where such mails are ended. */
  unsubscribe?: string;
  /** After this it says nothing true any more, and is not sent. */
  goodUntil?: Date;
  /** Given where the same mail may be asked for twice: the second is none. */
  id?: string;
};

/**
 * Writes a mail down in the caller's transaction, and sends it in a job once that has committed: never if it does not, and nobody waits for a mail server. Without
 * a server it is kept, for administrators to read. Refuses nothing: a mail that can never arrive must not undo what it was to tell of, so
 * it is there as failed. Returns how far it is.
 */
export async function queueMail(tx: Transaction, mail: NewMail): Promise<MailState> {
  const id = mail.id ?? newId();
  const state = !isEmailAddress(mail.to) ? "failed" : fromProcess("env").mail ? "waiting" : "kept";
  const written = await tx
    .insert(mails)
    .values({
      id,
      kind: mail.kind,
      state,
      recipient: sealRecipient(id, cut(singleLine(mail.to), 300)),
      recipientHash: recipientHash(mail.to),
      subject: cut(singleLine(mail.subject), longest.subject),
      letter: sealLetter(id, { text: cut(plainText(mail.text), longest.text), unsubscribe: mail.unsubscribe ?? null }),
      failure: state === "failed" ? "This is not one address that mail can be sent to." : null,
      goodUntil: mail.goodUntil ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: mails.id });
  if (written.length > 0 && state === "waiting") await enqueue(tx, [{ name: "send-mail", data: { mailId: id } }]);
  return state;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed().replace(/\ufffd$/, "")}…`;
}
