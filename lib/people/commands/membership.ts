import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { accountDeletions, people } from "@/db/schema";
import { actorName, personIdOf } from "@/lib/core/actor";
import { command, type CommandContext, noSubject } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { slugFrom } from "@/lib/kernel/slug";
import { peopleManage } from "@/lib/people/abilities";
import { endSessionsOf } from "@/lib/people/commands/sessions";
import { claimName } from "@/lib/people/display-names";
import { ChangeRoleInput, InviteInput, PersonInput } from "@/lib/people/inputs";
import { mailLink } from "@/lib/people/mail-link";
import { endLinksOf, makeLink, type OneTimeLink } from "@/lib/people/one-time-links";
import { losesRights } from "@/lib/policy/roles";

type Person = typeof people.$inferSelect;

async function lockPerson(tx: Transaction, { personId }: { personId: string }): Promise<Person | null> {
  const [row] = await tx.select().from(people).where(eq(people.id, personId)).for(rowLock);
  return row ?? null;
}

/** Whether this is the only administrator who can sign in: who was invited and chose no password yet cannot. Locks them all, so that two at once cannot remove each other. */
async function isLastAdministrator(tx: Transaction, person: Person): Promise<boolean> {
  if (person.role !== "administrator" || person.disabledAt || !person.passwordHash) return false;
  // One lock for the question itself: the rows alone could be taken in two orders.
  await tx.execute(sql`select pg_advisory_xact_lock(7261531)`);
  const [row] = await tx.select({ number: count() }).from(people).where(and(eq(people.role, "administrator"), isNull(people.disabledAt), isNotNull(people.passwordHash)));
  return (row?.number ?? 0) <= 1;
}

const lastAdministrator = () => conflict("last_administrator", "This is the last administrator; the paper would be locked.");

/** A free author address from a name: "Ines Marlowe" becomes ines-marlowe. */
export async function freeHandle(tx: Transaction, name: string): Promise<string> {
  const wanted = slugFrom(name) || "author";
  for (let suffix = 1; ; suffix++) {
    const handle = suffix === 1 ? wanted : `${wanted}-${suffix}`;
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle));
    if (!taken) return handle;
  }
}

/** Adds somebody who cannot sign in yet, mails the one-time link and returns its token, to be passed on all the same. */
export const invitePerson = command({
  name: "invitePerson",
  input: InviteInput,
  ability: peopleManage,
  load: noSubject,
  async run(context, _, input) {
    const added = await addPerson(context, input);
    if (!added.ok) return added;
    const { personId, link } = added.value;
    return ok({ personId, token: link.token, mail: await mailLink(context.tx, link, input, actorName(context.actor)) });
  },
});

/** The same without a mail, for a program that accepts the invitation by itself: the demo newsroom's people have no mailbox. */
export const enrolPerson = command({
  name: "enrolPerson",
  input: InviteInput,
  ability: peopleManage,
  load: noSubject,
  async run(context, _, input) {
    const added = await addPerson(context, input);
    return added.ok ? ok({ personId: added.value.personId, token: added.value.link.token }) : added;
  },
});

async function addPerson({ tx, actor, now, record }: CommandContext, input: InviteInput): Promise<Result<{ personId: string; link: OneTimeLink }>> {
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, input.email));
  if (known) return fail(invalid("known", "Somebody has this address already.", { fields: { email: "Somebody has this address already." } }));
  const personId = newId();
  await tx.insert(people).values({ id: personId, ...input, handle: input.role === "reader" ? null : await freeHandle(tx, input.name), createdAt: now });
  // Where another has the name, she chooses one of her own with her first change.
  if (input.role === "reader") await claimName(tx, input.name, personId);
  const link = await makeLink(tx, { purpose: "invitation", personId, createdBy: personIdOf(actor), now });
  await record({ name: "person.invited", subjectId: personId, data: { role: input.role } });
  return ok({ personId, link });
}

/** A link with which somebody chooses a new password, mailed and returned. Older unused links of theirs stop working. */
export const offerReset = command({
  name: "offerReset",
  input: PersonInput,
  ability: peopleManage,
  load: lockPerson,
  async run({ tx, actor, now, record }, person) {
    await endLinksOf(tx, person.id, now);
    const link = await makeLink(tx, { purpose: person.passwordHash ? "reset" : "invitation", personId: person.id, createdBy: personIdOf(actor), now });
    const mail = await mailLink(tx, link, person, actorName(actor));
    await record({ name: "person.reset_offered", subjectId: person.id });
    return ok({ token: link.token, purpose: link.purpose, email: person.email, mail });
  },
});

/** Gives another role. Whoever loses a right by it is signed out at once; whoever only gains some has them with the next request. */
export const changeRole = command({
  name: "changeRole",
  input: ChangeRoleInput,
  ability: peopleManage,
  load: lockPerson,
  async run({ tx, record }, person, input) {
    if (person.role === input.role) return ok({});
    if (await isLastAdministrator(tx, person)) return fail(lastAdministrator());
    const handle = person.handle ?? (input.role === "reader" ? null : await freeHandle(tx, person.name));
    await tx.update(people).set({ role: input.role, handle }).where(eq(people.id, person.id));
    await record({ name: "person.role_changed", subjectId: person.id, data: { personId: person.id, from: person.role, to: input.role } });
    // Whoever works here is not deleted for what she asked as a reader, nor later, should she be one again.
    if (input.role !== "reader") await tx.delete(accountDeletions).where(eq(accountDeletions.personId, person.id));
    if (losesRights(person.role, input.role)) await endSessionsOf(tx, person.id, record);
    return ok({});
  },
});

/** Keeps somebody out from now on: sessions and sockets end with it. */
export const disablePerson = command({
  name: "disablePerson",
  input: PersonInput,
  ability: peopleManage,
  load: lockPerson,
  async run({ tx, now, record }, person) {
    if (person.disabledAt) return ok({});
    if (await isLastAdministrator(tx, person)) return fail(lastAdministrator());
    await tx.update(people).set({ disabledAt: now }).where(eq(people.id, person.id));
    await record({ name: "person.disabled", subjectId: person.id, data: { personId: person.id } });
    await endSessionsOf(tx, person.id, record);
    return ok({});
  },
});

export const enablePerson = command({
  name: "enablePerson",
  input: PersonInput,
  ability: peopleManage,
  load: lockPerson,
  async run({ tx, record }, person) {
    if (!person.disabledAt) return ok({});
    await tx.update(people).set({ disabledAt: null }).where(eq(people.id, person.id));
    await record({ name: "person.enabled", subjectId: person.id, data: { personId: person.id } });
    return ok({});
  },
});
