import { and, asc, eq, inArray, isNotNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { commenterNotes, comments, discussions, guests, mutes } from "@/db/schema";
import { forgetGuest } from "@/lib/comments/erase-comment";
import { guestHmac } from "@/lib/comments/guest-address";

/** Makes somebody the author of what was left as a guest with her address, which must be confirmed; says of which comments. What no mailed link confirmed may be anybody's and stays where it is. */
export async function claimFor(tx: Transaction, person: { id: string; email: string }): Promise<string[]> {
  const known = eq(guests.emailHmac, guestHmac(person.email));
  // Discussions first, as whoever moves a comment does, or each would wait for the other.
  const under = tx.select({ id: comments.discussionId }).from(comments).innerJoin(guests, eq(guests.id, comments.guestId)).where(known);
  await tx.select({ id: discussions.id }).from(discussions).where(inArray(discussions.id, under)).orderBy(asc(discussions.id)).for(rowLock);
  // Forgotten below: nobody may refer to her meanwhile.
  const [guest] = await tx.select({ id: guests.id }).from(guests).where(known).for("update");
  if (!guest) return [];
  const claimed = await tx
    .update(comments)
    .set({ authorId: person.id, guestId: null })
    .where(and(eq(comments.guestId, guest.id), isNotNull(comments.confirmedAt), ne(comments.status, "purged")))
    .returning({ id: comments.id });
  await keepNotes(tx, guest.id, person.id);
  // Whoever muted the guest hears nothing of the account either, and learns no name of it.
  const muting = tx.select({ personId: mutes.personId, name: mutes.name, createdAt: mutes.createdAt }).from(mutes).where(and(eq(mutes.guestId, guest.id), ne(mutes.personId, person.id)));
  for (const mute of await muting) await tx.insert(mutes).values({ ...mute, authorId: person.id }).onConflictDoNothing();
  await forgetGuest(tx, guest.id);
  return claimed.map(({ id }) => id);
}

/**
 * What moderators noted of the guest goes on being known of the account, each note once: a guest with a comment that nobody confirmed stays, and
 * is claimed from again. The guest's own go with the guest. A note cannot be changed, so that one of the same moderator, words and time is the same.
 */
async function keepNotes(tx: Transaction, guestId: string, personId: string): Promise<void> {
  const told = alias(commenterNotes, "told");
  // Times are brought over to the millisecond.
  const known = tx.select({ one: sql`1` }).from(told).where(and(eq(told.personId, personId), eq(told.text, commenterNotes.text), sql`${told.writtenBy} is not distinct from ${commenterNotes.writtenBy}`, sql`date_trunc('milliseconds', ${told.createdAt}) = date_trunc('milliseconds', ${commenterNotes.createdAt})`));
  const notes = await tx.select({ text: commenterNotes.text, writtenBy: commenterNotes.writtenBy, createdAt: commenterNotes.createdAt }).from(commenterNotes).where(and(eq(commenterNotes.guestId, guestId), notExists(known)));
  if (notes.length > 0) await tx.insert(commenterNotes).values(notes.map((note) => ({ ...note, personId })));
}
