import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { z } from "zod";
import { comments, discussions, guests, people } from "@/db/schema";
import { commentClaim } from "@/lib/comments/abilities";
import { forgetGuest } from "@/lib/comments/erase-comment";
import { guestHmac } from "@/lib/comments/guest-address";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Takes what was left as a guest with the account's address into the account; the names under it stay as they were signed. Only where the
 * address is confirmed: anybody can type another's. What waits to be confirmed stays where it is.
 */
export const claimComments = command({
  name: "claimComments",
  input: z.strictObject({}),
  ability: commentClaim,
  load: noSubject,
  async run({ tx, actor, record }) {
    const personId = personIdOf(actor);
    const [person] = personId ? await tx.select({ id: people.id, email: people.email, confirmedAt: people.emailConfirmedAt }).from(people).where(eq(people.id, personId)).for("update") : [];
    if (!person?.confirmedAt) return fail(conflict("not_confirmed", "The address of this account is not confirmed."));
    const known = eq(guests.emailHmac, guestHmac(person.email));
    // Discussions first, as whoever moves a comment does, or each would wait for the other.
    const under = tx.select({ id: comments.discussionId }).from(comments).innerJoin(guests, eq(guests.id, comments.guestId)).where(known);
    await tx.select({ id: discussions.id }).from(discussions).where(inArray(discussions.id, under)).orderBy(asc(discussions.id)).for("update");
    const [guest] = await tx.select({ id: guests.id }).from(guests).where(known).for("update");
    if (!guest) return ok({ claimed: 0 });
    const claimed = await tx
      .update(comments)
      .set({ authorId: person.id, guestId: null })
      .where(and(eq(comments.guestId, guest.id), notInArray(comments.status, ["unverified", "purged"])))
      .returning({ id: comments.id });
    await forgetGuest(tx, guest.id);
    for (const { id } of claimed) await record({ name: "comment.claimed", subjectId: id });
    return ok({ claimed: claimed.length });
  },
});
