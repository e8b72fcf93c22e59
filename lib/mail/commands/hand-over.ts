import { eq, sql } from "drizzle-orm";
import { mails } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { mailManage } from "@/lib/mail/abilities";
import { MailInput, NoteTroubleInput } from "@/lib/mail/inputs";
import { lockMail } from "@/lib/mail/lock-mail";

/** Longer than one try may take: whoever took a mail so long ago has died over it. */
const takenForMs = 150_000;

/** Takes a waiting mail to hand it to the server, so that of two at once one does. `due` is false where there is nothing to do any more. */
export const takeMail = command({
  name: "takeMail",
  input: MailInput,
  ability: mailManage,
  load: lockMail,
  async run({ tx, now }, mail) {
    if (mail.state !== "waiting") return ok({ due: false });
    if (mail.takenAt && now.getTime() - mail.takenAt.getTime() < takenForMs) return fail(conflict("taken", "Somebody hands this mail over just now."));
    await tx.update(mails).set({ takenAt: now, attempts: sql`${mails.attempts} + 1` }).where(eq(mails.id, mail.id));
    return ok({ due: true });
  },
});

/** The server has taken it. */
export const noteMailSent = command({
  name: "noteMailSent",
  input: MailInput,
  ability: mailManage,
  load: lockMail,
  async run({ tx, now }, mail) {
    await tx.update(mails).set({ state: "sent", sentAt: now, takenAt: null, failure: null }).where(eq(mails.id, mail.id));
    return ok(null);
  },
});

/** It did not go out; only `final` ends the tries. What was sent meanwhile stays sent. */
export const noteMailTrouble = command({
  name: "noteMailTrouble",
  input: NoteTroubleInput,
  ability: mailManage,
  load: lockMail,
  async run({ tx, record }, mail, { why, final }) {
    if (mail.state !== "waiting") return ok(null);
    await tx.update(mails).set({ failure: why, takenAt: null, ...(final ? { state: "failed" as const } : {}) }).where(eq(mails.id, mail.id));
    if (final) await record({ name: "mail.failed", subjectId: mail.id, data: { kind: mail.kind, why } });
    return ok(null);
  },
});

/** There is no server any more: it stays at the desk. */
export const keepMail = command({
  name: "keepMail",
  input: MailInput,
  ability: mailManage,
  load: lockMail,
  async run({ tx }, mail) {
    if (mail.state === "waiting") await tx.update(mails).set({ state: "kept", takenAt: null }).where(eq(mails.id, mail.id));
    return ok(null);
  },
});
