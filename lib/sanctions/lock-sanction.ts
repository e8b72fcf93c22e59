import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { guests, sanctions } from "@/db/schema";
import { type CommenterRow, lockCommenter } from "@/lib/sanctions/commenter";

/** A sanction, locked, with whom it concerns: null where nothing of her is kept but the key of her address. */
export async function lockSanction(tx: Transaction, sanctionId: string): Promise<{ sanction: typeof sanctions.$inferSelect; commenter: CommenterRow | null } | null> {
  const [found] = await tx.select({ personId: sanctions.personId, addressKey: sanctions.addressKey }).from(sanctions).where(eq(sanctions.id, sanctionId));
  if (!found) return null;
  // The commenter first, as whoever imposes one does.
  const commenter = await commenterOf(tx, found);
  const [sanction] = await tx.select().from(sanctions).where(eq(sanctions.id, sanctionId)).for(rowLock);
  return sanction ? { sanction, commenter } : null;
}

async function commenterOf(tx: Transaction, { personId, addressKey }: { personId: string | null; addressKey: string | null }): Promise<CommenterRow | null> {
  if (personId) return lockCommenter(tx, { personId });
  const [guest] = addressKey ? await tx.select({ id: guests.id }).from(guests).where(eq(guests.emailHmac, addressKey)) : [];
  return guest ? lockCommenter(tx, { guestId: guest.id }) : null;
}
