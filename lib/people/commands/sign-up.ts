import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { people, signUps } from "@/db/schema";
import { type CommandContext, command, noSubject } from "@/lib/core/command";
import { enqueue } from "@/lib/core/jobs";
import { conflict, notFound } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { queueMail } from "@/lib/mail/queue-mail";
import { peopleManage, signInTry } from "@/lib/people/abilities";
import { openSession } from "@/lib/people/commands/sessions";
import { claimName, takenName, wrongName } from "@/lib/people/display-names";
import { AskToSignUpInput, CompleteSignUpInput } from "@/lib/people/inputs";
import { hashPassword, passwordTrouble, weakPassword } from "@/lib/people/passwords";
import { knownAddressLetter, signUpLetter } from "@/lib/people/reader-letters";
import { openSignUp, type SignUpRequest, sealSignUp } from "@/lib/people/sign-up-request";
import { paperName } from "@/lib/settings/reads/paper-name";

/** How long the link of a mail works, in hours. */
export const signUpHours = 24;

/**
 * Takes down that somebody wants an account. Only what is wrong with the name is said here: names are public. Whether the address is known is
 * found out in a job, as with a forgotten password, so that neither the answer nor its clock tells. Nobody exists before the link in the
 * mail is used, and the password is chosen behind it: nobody can choose one for another's address.
 */
export const askToSignUp = command({
  name: "askToSignUp",
  input: AskToSignUpInput,
  ability: signInTry,
  load: noSubject,
  async run({ tx }, _, request) {
    if (!fromProcess("env").mail) return fail(conflict("no_mail", "This paper sends no mail, so accounts are made by invitation."));
    const wrong = await wrongName(tx, request.name, null);
    if (wrong) return fail(wrong);
    const requestId = newId();
    await enqueue(tx, [{ name: "answer-sign-up", data: { requestId, sealed: sealSignUp(requestId, request) } }]);
    return ok({});
  },
});

/** Mails whoever asked a link, or, where the address has an account, that it has one. The same request makes one link and one mail. */
export const answerSignUp = command({
  name: "answerSignUp",
  input: z.strictObject({ requestId: z.uuid(), request: z.custom<SignUpRequest>() }),
  ability: peopleManage,
  load: noSubject,
  async run({ tx, now }, _, { requestId, request }) {
    const { email, language, name } = request;
    const paper = await paperName(tx);
    const home = fromProcess("env").appUrl;
    const [known] = await tx.select({ disabledAt: people.disabledAt }).from(people).where(eq(people.email, email));
    if (known) {
      if (!known.disabledAt) await queueMail(tx, { id: requestId, kind: "sign_up", to: email, ...knownAddressLetter({ paper, signIn: `${home}/sign-in`, forgotten: `${home}/sign-in/forgotten` }, language) });
      return ok({});
    }
    const token = newToken();
    const expiresAt = new Date(now.getTime() + signUpHours * 3_600_000);
    const [written] = await tx.insert(signUps).values({ id: requestId, tokenHash: tokenHash(token), request: sealSignUp(requestId, request), createdAt: now, expiresAt }).onConflictDoNothing().returning({ id: signUps.id });
    if (written) await queueMail(tx, { id: requestId, kind: "sign_up", to: email, ...signUpLetter({ paper, name, link: `${home}/welcome/${token}` }, language), goodUntil: expiresAt });
    return ok({});
  },
});

/** Uses the link: the reader is there, her address confirmed, and signed in. Of twenty at once one succeeds, also of twenty links to one address. */
export const completeSignUp = command({
  name: "completeSignUp",
  input: CompleteSignUpInput,
  ability: signInTry,
  load: noSubject,
  async run(context, _, { token, name, password }) {
    const { tx, now } = context;
    const [link] = await tx
      .update(signUps)
      .set({ usedAt: now })
      .where(and(eq(signUps.tokenHash, tokenHash(token)), isNull(signUps.usedAt), gt(signUps.expiresAt, now)))
      .returning();
    const request = link ? openSignUp(link.id, link.request) : null;
    if (!request) return fail(notFound("link_spent", "This link was used already or is too old. Sign up once more."));
    const weak = passwordTrouble(password, { email: request.email, name });
    if (weak) return fail(weakPassword(weak));
    const wrong = await wrongName(tx, name, null);
    if (wrong) return fail(wrong);
    return makeReader(context, { ...request, name, passwordHash: await hashPassword(password) });
  },
});

async function makeReader({ tx, actor, now, record }: CommandContext, { name, email, next, passwordHash }: SignUpRequest & { passwordHash: string }) {
  const personId = newId();
  const [made] = await tx.insert(people).values({ id: personId, name, email, role: "reader", passwordHash, emailConfirmedAt: now, createdAt: now }).onConflictDoNothing().returning({ id: people.id });
  if (!made) return fail(conflict("known", "This address has an account already. Sign in with it."));
  if (!(await claimName(tx, name, personId))) return fail(takenName());
  await record({ name: "person.signed_up", subjectId: personId, data: { personId } });
  const session = await openSession(tx, personId, { actor, now });
  return ok({ token: session.token, next });
}
