import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { accountDeletions, people } from "@/db/schema";
import { ownData } from "@/lib/commenters/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { conflict, failureWith, unauthenticated } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { passwordFits } from "@/lib/people/passwords";

/** How long one may think better of it, in hours. */
export const coolingOffHours = 24;

const wrongPassword = "The password is not right.";

async function self(tx: Transaction, personId: string | null) {
  const [row] = personId ? await tx.select({ id: people.id, role: people.role, passwordHash: people.passwordHash }).from(people).where(eq(people.id, personId)).for(rowLock) : [];
  return row ?? null;
}

/**
 * Has a reader's account deleted a day later; until then she may think better of it. `keepTexts`: what she wrote stays, without her name.
 * Staff have written the paper: an administrator sees to theirs. Said again it counts from the first time, with the last choice.
 */
export const askToDelete = command({
  name: "askToDelete",
  input: z.strictObject({ password: z.string("A password is needed.").max(1000, wrongPassword), keepTexts: z.boolean("Choose what becomes of your comments.") }),
  ability: ownData,
  load: noSubject,
  async run({ tx, actor, now, record }, _, { password, keepTexts }) {
    const person = await self(tx, personIdOf(actor));
    if (!person) return fail(unauthenticated("signed_out", "Please sign in."));
    if (person.role !== "reader") return fail(conflict("staff", "The account of somebody who works here is seen to by an administrator."));
    if (!(await passwordFits(password, person.passwordHash))) return fail(failureWith("invalid", "wrong_password", wrongPassword, { fields: { password: wrongPassword }, problems: { password: { reason: "wrong_password" } } }));
    const dueAt = new Date(now.getTime() + coolingOffHours * 3_600_000);
    const [written] = await tx.insert(accountDeletions).values({ personId: person.id, keepTexts, createdAt: now, dueAt }).onConflictDoUpdate({ target: accountDeletions.personId, set: { keepTexts } }).returning();
    await record({ name: "person.deletion_asked", subjectId: person.id, data: { personId: person.id } });
    return ok({ dueAt: written?.dueAt.toISOString() ?? dueAt.toISOString() });
  },
});

/** Thinks better of it. */
export const keepAccount = command({
  name: "keepAccount",
  input: z.strictObject({}),
  ability: ownData,
  load: noSubject,
  async run({ tx, actor, record }) {
    const personId = personIdOf(actor);
    if (!personId) return fail(unauthenticated("signed_out", "Please sign in."));
    const gone = await tx.delete(accountDeletions).where(eq(accountDeletions.personId, personId)).returning({ personId: accountDeletions.personId });
    if (gone.length > 0) await record({ name: "person.deletion_cancelled", subjectId: personId, data: { personId } });
    return ok({});
  },
});
