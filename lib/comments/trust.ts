import { and, count, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { comments } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { may } from "@/lib/policy/ability";

/** How well the paper knows somebody, from 0 (not at all) to 3. Never shown. */
export type TrustLevel = 0 | 1 | 2 | 3;

/** The one rule by which people are known: staff at once, readers by how many of their comments moderators approved. */
export function trustLevel({ approved, staff }: { approved: number; staff: boolean }): TrustLevel {
  if (staff) return 3;
  if (approved >= commentSettings.approvedBeforeFullTrust) return 2;
  return approved >= commentSettings.approvedBeforeTrust ? 1 : 0;
}

/** How well somebody is known now. Who is not signed in is not known at all. */
export async function trustOf(db: Database | Transaction, actor: Actor): Promise<TrustLevel> {
  const personId = personIdOf(actor);
  if (!personId) return 0;
  const staff = may(actor, "desk.enter");
  return trustLevel({ staff, approved: staff ? 0 : await approvedCommentsOf(db, { kind: "reader", id: personId }) });
}

/** How many comments of somebody moderators approved, as things stand. */
export async function approvedCommentsOf(db: Database | Transaction, { kind, id }: { kind: "guest" | "reader" | "staff"; id: string }): Promise<number> {
  const [row] = await db.select({ number: count() }).from(comments).where(and(eq(kind === "guest" ? comments.guestId : comments.authorId, id), eq(comments.status, "approved")));
  return row?.number ?? 0;
}
