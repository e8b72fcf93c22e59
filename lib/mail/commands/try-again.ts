import { eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { mailManage } from "@/lib/mail/abilities";
import { MailInput } from "@/lib/mail/inputs";
import { lockMail } from "@/lib/mail/lock-mail";
import { whyNotAgain } from "@/lib/mail/mail";

/** Sends a mail that failed, or was kept while there was no server, after all. */
export const tryMailAgain = command({
  name: "tryMailAgain",
  input: MailInput,
  ability: mailManage,
  load: lockMail,
  async run({ tx, now, record }, mail) {
    const why = whyNotAgain({ ...mail, hasLetter: mail.letter !== null }, { hasServer: fromProcess("env").mail !== null, now });
    if (why) return fail(conflict("not_again", why));
    await tx.update(mails).set({ state: "waiting", attempts: 0, failure: null, takenAt: null }).where(eq(mails.id, mail.id));
    await record({ name: "mail.tried_again", subjectId: mail.id, jobs: [{ name: "send-mail", data: { mailId: mail.id } }] });
    return ok({});
  },
});
