import { eq } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { mails } from "@/db/schema";
import { systemActor } from "@/lib/core/actor";
import { job } from "@/lib/core/jobs";
import { machineNow } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { keepMail, noteMailSent, noteMailTrouble, takeMail } from "@/lib/mail/commands/hand-over";
import { openLetter, openRecipient } from "@/lib/mail/letter";
import { isOver } from "@/lib/mail/mail";
import type { Envelope } from "@/lib/mail/mailer";
import { troubleOf } from "@/lib/mail/trouble";
import { paperName } from "@/lib/settings/reads/paper-name";

/** No try takes longer, however slowly the server drips. */
const longestTryMs = 120_000;

const by = { actor: systemActor("Mail") };
const input = z.strictObject({ mailId: z.uuid() });

/**
 * Hands one mail to the server. Promises that it arrives there at least once, or is shown as failed: it is taken before and noted after, so that two
 * at once send one; but where the process or the database dies between the server's yes and our note, it goes out again, under the same
 * Message-ID. What the server does not take now is tried for about a day; what it will never take fails at once.
 */
export const sendMail = job({
  input,
  run: ({ mailId }, signal) => send(mailId, signal),
  async giveUp({ mailId }) {
    const [mail] = await appDatabase().select({ failure: mails.failure }).from(mails).where(eq(mails.id, mailId));
    await noteMailTrouble.execute({ mailId, why: mail?.failure ?? "It could not be sent.", final: true }, by);
  },
});

async function send(mailId: string, signal: AbortSignal): Promise<void> {
  const mailer = fromProcess("mailer");
  if (!mailer) return void (await keepMail.execute({ mailId }, by));
  const taken = await takeMail.execute({ mailId }, by);
  if (!taken.ok && taken.failure.code === "not_found") return;
  if (!taken.ok) throw new Error(taken.failure.message);
  if (!taken.value.due) return;
  const ready = await envelopeOf(mailId);
  if ("why" in ready) return void (await noteMailTrouble.execute({ mailId, why: ready.why, final: true }, by));
  try {
    await mailer.send(ready, AbortSignal.any([signal, AbortSignal.timeout(longestTryMs)]));
  } catch (error) {
    const trouble = troubleOf(error, ready.to);
    await noteMailTrouble.execute({ mailId, ...trouble }, by);
    if (trouble.final) return;
    // Without the cause, which names whom it was for.
    throw new Error(trouble.why);
  }
  const noted = await noteMailSent.execute({ mailId }, by);
  if (!noted.ok) throw new Error(noted.failure.message);
}

/** What goes to the server, or why nothing can. */
async function envelopeOf(mailId: string): Promise<Envelope | { why: string }> {
  const [[mail], paper] = await Promise.all([appDatabase().select().from(mails).where(eq(mails.id, mailId)), paperName(appDatabase())]);
  const from = fromProcess("env").mail?.from;
  const to = mail ? openRecipient(mail.id, mail.recipient) : null;
  const letter = mail ? openLetter(mail.id, mail.letter) : null;
  if (!mail || !from || !to || !letter) return { why: "It was sealed with another SECRET and cannot be read any more." };
  if (isOver(mail.goodUntil, machineNow())) return { why: "It was not sent in time: the link in it does not work any more." };
  return { id: mail.id, from: { name: from.name || paper, address: from.address }, to, subject: mail.subject, ...letter, date: mail.createdAt };
}
