import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { guests, noticeChoices, people, sanctions, trustGrants } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { guestHmac, openGuestAddress } from "@/lib/comments/guest-address";
import { fromProcess } from "@/lib/kernel/process-store";
import { roleMay } from "@/lib/policy/roles";
import { paperNow } from "@/lib/settings/reads/paper-now";
import { sanctionsOf } from "@/lib/sanctions/standing";

const nobody = "There is no such commenter.";

/** Whom a moderator means: somebody with an account, or a guest. */
export const WhoInput = z.union([z.strictObject({ personId: z.uuid(nobody) }), z.strictObject({ guestId: z.uuid(nobody) })], nobody);
export type Who = z.infer<typeof WhoInput>;

/** A commenter as sanctions need her. `mail` is null where she cannot be written to; `addressKey` where it is not known that the address is hers, and she has an account. */
export type CommenterRow = {
  who: Who;
  personId: string | null;
  guestId: string | null;
  addressKey: string | null;
  addressProven: boolean;
  name: string;
  mail: string | null;
  language: Language | null;
  /** Works here: then no sanction concerns her. */
  staff: boolean;
};

/** A commenter, locked against what is done to her at the same time, but not against whoever only names her: who posts has locked a discussion before. Null where there is none, or nothing is kept of her. */
export async function lockCommenter(tx: Transaction, who: Who): Promise<CommenterRow | null> {
  if ("personId" in who) {
    const [person] = await tx.select().from(people).where(eq(people.id, who.personId)).for(rowLock);
    if (!person || person.erasedAt) return null;
    const [chosen] = await tx.select({ language: noticeChoices.language }).from(noticeChoices).where(eq(noticeChoices.personId, person.id));
    const proven = person.emailConfirmedAt !== null;
    return { who, personId: person.id, guestId: null, addressKey: proven ? guestHmac(person.email) : null, addressProven: proven, name: person.name, mail: person.email, language: chosen?.language ?? null, staff: roleMay(person.role, "desk.enter") };
  }
  const [guest] = await tx.select().from(guests).where(eq(guests.id, who.guestId)).for(rowLock);
  if (!guest) return null;
  return { who, personId: null, guestId: guest.id, addressKey: guest.emailHmac, addressProven: guest.verifiedAt !== null, name: guest.name, mail: openGuestAddress(guest.id, guest.emailSealed), language: null, staff: false };
}

/** The last sanction that anybody imposed on her: whoever saw another one did not see how she stands. */
export async function lastSanction(tx: Transaction, who: Who): Promise<string | null> {
  const theirs = await sanctionsOf(tx, who);
  if (!theirs) return null;
  const [last] = await tx.select({ id: sanctions.id }).from(sanctions).where(theirs).orderBy(desc(sanctions.createdAt), desc(sanctions.id)).limit(1);
  return last?.id ?? null;
}

/** The grant of trust that holds for somebody with an account: who grants another saw it. */
export async function standingGrant(tx: Transaction, personId: string): Promise<string | null> {
  const [grant] = await tx.select({ id: trustGrants.id }).from(trustGrants).where(and(eq(trustGrants.personId, personId), isNull(trustGrants.withdrawnAt)));
  return grant?.id ?? null;
}

/** In whose name, in which language and by which clock somebody is written to. */
export async function addressed(tx: Transaction, { name, personId, language }: Pick<CommenterRow, "name" | "personId" | "language">) {
  const paper = await paperNow(tx);
  return { to: { paper: paper.paper, timeZone: paper.timeZone, name, guest: personId === null, own: personId ? `${fromProcess("env").appUrl}/account/comments` : null }, language: language ?? paper.language };
}
