import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { trustGrants } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import { grantedLevels } from "@/lib/comments/trust";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { commenterTrust } from "@/lib/sanctions/abilities";
import { lockCommenter, standingGrant } from "@/lib/sanctions/commenter";

const { note: noteLength } = commentSettings.trust;

const GrantInput = z.strictObject({
  personId: z.uuid("There is no such commenter."),
  level: z.union(grantedLevels.map((level) => z.literal(level)), "Choose a level."),
  /** Why; for the other moderators. */
  note: z
    .string("Say why in words.")
    .max(noteLength, `Say it in ${noteLength} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.")
    .transform((text) => text.trim())
    .refine((text) => text.length > 0, "Say why: other moderators read it."),
  /** The grant that the moderator saw; null: none held. */
  seen: z.uuid("Reload the page and look again.").nullable(),
});

/**
 * Grants somebody with an account a level of trust, in the place of any that was granted before: from the next thing she does she is known at
 * least so well (lib/comments/trust.ts). She is told nothing. Whoever works here needs none (`staff`); of two moderators at once the
 * second hears `trusted_meanwhile`.
 */
export const grantTrust = command({
  name: "grantTrust",
  input: GrantInput,
  ability: commenterTrust,
  load: (tx, { personId }) => lockCommenter(tx, { personId }),
  async run({ tx, actor, now, record }, commenter, { personId, level, note, seen }) {
    if (commenter.staff) return fail(conflict("staff", "Whoever works here is trusted already."));
    const before = await standingGrant(tx, personId);
    if (before !== seen) return fail(conflict("trusted_meanwhile", "Somebody changed what is granted to this commenter since you opened the page. Nothing of yours was done. Reload the page and look at what holds now."));
    const id = newId();
    await tx.update(trustGrants).set({ withdrawnAt: now, withdrawnBy: personIdOf(actor) }).where(and(eq(trustGrants.personId, personId), isNull(trustGrants.withdrawnAt)));
    await tx.insert(trustGrants).values({ id, personId, level, note, grantedBy: personIdOf(actor), createdAt: now });
    await record({ name: "commenter.trusted", subjectId: id, data: { personId, level } });
    return ok({ grantId: id });
  },
});

/** Withdraws what was granted: from now on she is known by what she wrote alone. Who granted it, why and who withdrew it is kept. */
export const withdrawTrust = command({
  name: "withdrawTrust",
  input: z.strictObject({ grantId: z.uuid("There is nothing to withdraw.") }),
  ability: commenterTrust,
  load: lockGrant,
  async run({ tx, actor, now, record }, grant) {
    if (grant.withdrawnAt) return fail(conflict("withdrawn_already", "Somebody has withdrawn this already."));
    await tx.update(trustGrants).set({ withdrawnAt: now, withdrawnBy: personIdOf(actor) }).where(eq(trustGrants.id, grant.id));
    await record({ name: "commenter.trust_withdrawn", subjectId: grant.id, data: { personId: grant.personId, level: grant.level } });
    return ok({});
  },
});

/** A grant with the commenter locked before it, as whoever grants one does. */
async function lockGrant(tx: Transaction, { grantId }: { grantId: string }): Promise<typeof trustGrants.$inferSelect | null> {
  const [found] = await tx.select({ personId: trustGrants.personId }).from(trustGrants).where(eq(trustGrants.id, grantId));
  if (!found || !(await lockCommenter(tx, { personId: found.personId }))) return null;
  const [grant] = await tx.select().from(trustGrants).where(eq(trustGrants.id, grantId)).for(rowLock);
  return grant ?? null;
}
