import { and, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { guests, people, sanctions } from "@/db/schema";
import { guestHmac } from "@/lib/comments/guest-address";
import { refusal } from "@/lib/comments/refusals/refusal";
import type { Failure } from "@/lib/kernel/failure";
import { roleMay } from "@/lib/policy/roles";
import { type Standing, standingBy } from "@/lib/sanctions/sanction";

/** Who is asked about: somebody with an account, or whoever writes from an address. */
export type Commenter = { personId: string } | { guestId: string } | { addressKey: string };
export type Stands = { standing: Standing; until: Date | null; premod: boolean };

const free: Stands = { standing: "ok", until: null, premod: false };

/**
 * The one answer to whether somebody may take part, asked anew in each transaction: what was imposed a moment ago counts. An account is held
 * to what its own address did, where it is known that the address is hers; a guest to what the account of the address did.
 */
export async function standingOf(db: Database | Transaction, who: Commenter, now: Date): Promise<Stands> {
  const theirs = await sanctionsOf(db, who);
  if (!theirs) return free;
  const rows = await db
    .select({ kind: sanctions.kind, endsAt: sanctions.endsAt, liftedAt: sanctions.liftedAt, unconfirmed: sanctions.unconfirmed })
    .from(sanctions)
    .where(and(theirs, isNull(sanctions.liftedAt), or(isNull(sanctions.endsAt), gt(sanctions.endsAt, now))));
  return rows.length === 0 ? free : standingBy(rows, now);
}

/** Which sanctions concern somebody; null for whoever works here, whom none concerns, and for nobody. */
export async function sanctionsOf(db: Database | Transaction, who: Commenter): Promise<SQL | null> {
  if ("personId" in who) {
    const [person] = await db.select({ email: people.email, role: people.role }).from(people).where(eq(people.id, who.personId));
    if (!person || roleMay(person.role, "desk.enter")) return null;
    return or(eq(sanctions.personId, who.personId), and(eq(sanctions.addressKey, guestHmac(person.email)), eq(sanctions.addressProven, true))) ?? null;
  }
  if ("addressKey" in who) return eq(sanctions.addressKey, who.addressKey);
  const [guest] = await db.select({ key: guests.emailHmac }).from(guests).where(eq(guests.id, who.guestId));
  return guest ? eq(sanctions.addressKey, guest.key) : null;
}

/** Why somebody may not take part now, in words that the reader's pages know; null where she may. Of an address nothing is told but that it is blocked: anybody may have typed it. */
export function standingRefusal({ standing, until }: Stands, who: Commenter, now: Date): Failure | null {
  if (standing !== "suspended" && standing !== "banned") return null;
  if (!("personId" in who)) return refusal("forbidden", "address_blocked");
  if (until === null || standing === "banned") return refusal("forbidden", "banned");
  return refusal("forbidden", "suspended", { retryAfter: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) });
}

/** As `standingRefusal`, asked of the database: for what needs nothing else of how somebody stands. */
export async function refusedFor(db: Database | Transaction, who: Commenter, now: Date): Promise<Failure | null> {
  return standingRefusal(await standingOf(db, who, now), who, now);
}
