import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { appDatabase, type Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { oneTimeLinks, people, settings } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { invalid, notFound } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { ownAccount, signInTry } from "@/lib/people/abilities";
import { freeHandle } from "@/lib/people/commands/membership";
import { endSessionsOf, openSession } from "@/lib/people/commands/sessions";
import { claimName, takenName, wrongName } from "@/lib/people/display-names";
import { askedLinkHours, endLinksOf } from "@/lib/people/one-time-links";
import { ChangePasswordInput, ChooseNewPasswordInput, ProfileInput, SetUpInput } from "@/lib/people/inputs";
import { hashPassword, passwordFits, passwordProblem } from "@/lib/people/passwords";
import { paperKey } from "@/lib/settings/paper";

async function self(tx: Transaction, personId: string | null) {
  const [row] = await tx.select().from(people).where(eq(people.id, personId ?? "00000000-0000-0000-0000-000000000000")).for(rowLock);
  return row ?? null;
}

/** Spends a one-time link, or finds that it is spent, over or wrong. Twenty at once: one succeeds. */
async function spendLink(tx: Transaction, token: string, purposes: readonly string[], now: Date) {
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash(token)), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)))
    .returning();
  return link && purposes.includes(link.purpose) ? link : null;
}

/** Whether a link went to the address and nowhere else: it was asked for by mail. What an administrator made or passes on proves nothing. */
const wasMailed = ({ createdBy, createdAt, expiresAt }: typeof oneTimeLinks.$inferSelect) => createdBy === null && expiresAt.getTime() - createdAt.getTime() <= askedLinkHours * 3_600_000;

/** Accepts an invitation or a reset link: sets the password, ends every session and every other link there was, and opens a new session. A link that was mailed confirms the address. */
export const chooseNewPassword = command({
  name: "chooseNewPassword",
  input: ChooseNewPasswordInput,
  ability: signInTry,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const link = await spendLink(tx, input.token, ["invitation", "reset"], now);
    const person = link?.personId ? await self(tx, link.personId) : null;
    if (!link || !person || person.disabledAt) return fail(notFound("link_spent", "This link was used already or is too old. Ask an administrator for a new one."));
    const problem = passwordProblem(input.password, person);
    if (problem) return fail(invalid("weak_password", problem, { fields: { password: problem } }));
    await tx.update(people).set({ passwordHash: await hashPassword(input.password), ...(wasMailed(link) ? { emailConfirmedAt: person.emailConfirmedAt ?? now } : {}) }).where(eq(people.id, person.id));
    await endSessionsOf(tx, person.id, record);
    await endLinksOf(tx, person.id, now);
    await record({ name: link.purpose === "invitation" ? "person.joined" : "person.password_changed", subjectId: person.id, data: { personId: person.id } });
    const session = await openSession(tx, person.id, { actor, now });
    return ok({ token: session.token, role: person.role });
  },
});

/** Changes one's own password; needs the current one and ends all other sessions, and the links that would set another. */
export const changePassword = command({
  name: "changePassword",
  input: ChangePasswordInput,
  ability: ownAccount,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const person = await self(tx, personIdOf(actor));
    if (!person || actor.kind !== "person") return fail(notFound("nobody", "Nobody is signed in."));
    if (!(await passwordFits(input.current, person.passwordHash))) return fail(invalid("wrong_password", "The current password is not right.", { fields: { current: "The current password is not right." } }));
    const problem = passwordProblem(input.password, person);
    if (problem) return fail(invalid("weak_password", problem, { fields: { password: problem } }));
    await tx.update(people).set({ passwordHash: await hashPassword(input.password) }).where(eq(people.id, person.id));
    await endSessionsOf(tx, person.id, record, actor.sessionId);
    await endLinksOf(tx, person.id, now);
    await record({ name: "person.password_changed", subjectId: person.id, data: { personId: person.id } });
    return ok({});
  },
});

/** One's own name and the line under one's bylines. A reader's name is hers alone, and looks like nobody's of the newsroom. */
export const changeProfile = command({
  name: "changeProfile",
  input: ProfileInput,
  ability: ownAccount,
  load: noSubject,
  async run({ tx, actor, record }, _, input) {
    const person = await self(tx, personIdOf(actor));
    if (!person) return fail(notFound("nobody", "Nobody is signed in."));
    if (person.role === "reader" && input.name !== person.name) {
      const wrong = (await wrongName(tx, input.name, person.id)) ?? ((await claimName(tx, input.name, person.id)) ? null : takenName());
      if (wrong) return fail(wrong);
    }
    await tx.update(people).set(input).where(eq(people.id, person.id));
    await record({ name: "person.profile_changed", subjectId: person.id, data: { personId: person.id } });
    return ok({});
  },
});

/** Makes the first administrator. The token was printed where the server runs; of twenty at once one succeeds, later ones find nothing. */
export const setUpPaper = command({
  name: "setUpPaper",
  input: SetUpInput,
  ability: signInTry,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const link = await spendLink(tx, input.token, ["setup"], now);
    const [anybody] = await tx.select({ id: people.id }).from(people).where(eq(people.role, "administrator")).limit(1);
    if (!link || anybody) return fail(notFound("set_up", "This token is not right. It is printed where the server was started."));
    const problem = passwordProblem(input.password, input);
    if (problem) return fail(invalid("weak_password", problem, { fields: { password: problem } }));
    const id = newId();
    await tx.insert(people).values({ id, name: input.name, email: input.email, role: "administrator", handle: await freeHandle(tx, input.name), passwordHash: await hashPassword(input.password), createdAt: now });
    await tx.insert(settings).values({ key: paperKey, value: { name: input.paper } }).onConflictDoUpdate({ target: settings.key, set: { value: sql`${settings.value} || ${JSON.stringify({ name: input.paper })}::jsonb` } });
    await record({ name: "settings.changed", subjectId: id });
    await record({ name: "person.joined", subjectId: id, data: { personId: id } });
    const session = await openSession(tx, id, { actor, now });
    return ok({ token: session.token });
  },
});

/** A fresh set-up token while nobody exists, for the server to print; null afterwards. Older ones stop working. */
export async function ensureSetupToken(): Promise<string | null> {
  const token = newToken();
  return appDatabase().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7261532)`);
    const [anybody] = await tx.select({ id: people.id }).from(people).where(eq(people.role, "administrator")).limit(1);
    await tx.update(oneTimeLinks).set({ usedAt: sql`now()` }).where(and(eq(oneTimeLinks.purpose, "setup"), isNull(oneTimeLinks.usedAt)));
    if (anybody) return null;
    await tx.insert(oneTimeLinks).values({ tokenHash: tokenHash(token), purpose: "setup", expiresAt: sql`now() + interval '72 hours'` });
    return token;
  });
}
