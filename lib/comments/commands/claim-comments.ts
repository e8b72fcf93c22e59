import { eq } from "drizzle-orm";
import { z } from "zod";
import { rowLock } from "@/db/row-lock";
import { people } from "@/db/schema";
import { commentClaim } from "@/lib/comments/abilities";
import { claimFor } from "@/lib/comments/claim-for";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Takes what was left as a guest with the account's address into the account; the names under it stay as they were signed. Only where the
 * address is confirmed: anybody can type another's. What was never confirmed stays where it is.
 */
export const claimComments = command({
  name: "claimComments",
  input: z.strictObject({}),
  ability: commentClaim,
  load: noSubject,
  async run({ tx, actor, record }) {
    const personId = personIdOf(actor);
    // Whoever posts has locked a discussion and then names the person: that must not wait for this.
    const [person] = personId ? await tx.select({ id: people.id, email: people.email, confirmedAt: people.emailConfirmedAt }).from(people).where(eq(people.id, personId)).for(rowLock) : [];
    if (!person?.confirmedAt) return fail(conflict("not_confirmed", "The address of this account is not confirmed."));
    const claimed = await claimFor(tx, person);
    for (const commentId of claimed) await record({ name: "comment.claimed", subjectId: commentId });
    return ok({ claimed: claimed.length });
  },
});
