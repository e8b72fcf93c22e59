import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { oneTimeLinks, people } from "@/db/schema";
import { actorName } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { enqueue } from "@/lib/core/jobs";
import { newId } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { ok } from "@/lib/kernel/result";
import { peopleManage, signInTry } from "@/lib/people/abilities";
import { AskForResetInput } from "@/lib/people/inputs";
import { mailLink } from "@/lib/people/mail-link";
import { askedLinkHours, linkHours, makeLink } from "@/lib/people/one-time-links";
import { sealRequest } from "@/lib/people/reset-request";

/**
 * Takes down that somebody asked for a new password. Whether the address is known is found out in a job: here the same is done for every
 * address, in the same time, so that neither the answer nor its clock tells.
 */
export const askForReset = command({
  name: "askForReset",
  input: AskForResetInput,
  ability: signInTry,
  load: noSubject,
  async run({ tx }, _, { email }) {
    const requestId = newId();
    await enqueue(tx, [{ name: "answer-reset-request", data: { requestId, sealed: sealRequest(requestId, email) } }]);
    return ok({});
  },
});

/**
 * Mails whoever has the address a link for a new password, or an invitation where none was chosen yet. An older reset link stops working;
 * an invitation, which an administrator may just be passing on, does not. The same request makes one link and one mail.
 */
export const answerReset = command({
  name: "answerReset",
  input: z.strictObject({ requestId: z.uuid(), email: z.string().max(300) }),
  ability: peopleManage,
  load: personAt,
  async run({ tx, actor, now, record }, person, { requestId }) {
    const [answered] = await tx.select({ id: oneTimeLinks.id }).from(oneTimeLinks).where(eq(oneTimeLinks.id, requestId));
    if (answered || person.disabledAt) return ok({});
    // What waits for an administrator to pass it on needs longer than a mail does.
    const hours = fromProcess("env").mail ? askedLinkHours : linkHours;
    const link = await makeLink(tx, { id: requestId, purpose: person.passwordHash ? "reset" : "invitation", personId: person.id, createdBy: null, now, hours });
    await mailLink(tx, link, person, actorName(actor));
    await record({ name: "person.reset_offered", subjectId: person.id, data: { asked: true } });
    return ok({});
  },
});

async function personAt(tx: Transaction, { email }: { email: string }) {
  const [row] = await tx.select().from(people).where(eq(people.email, email)).for(rowLock);
  return row ?? null;
}
