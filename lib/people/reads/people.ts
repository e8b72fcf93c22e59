import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { oneTimeLinks, people, sessions } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import type { Actor, PersonActor } from "@/lib/core/actor";
import { tokenHash } from "@/lib/kernel/ids";
import { peopleManage } from "@/lib/people/abilities";
import { deviceName } from "@/lib/people/device-name";

export type PersonRow = { id: string; name: string; email: string; role: Role; disabled: boolean; invited: boolean; lastSeenAt: string | null };

/** Everybody with an account, staff first; nothing for those who do not manage people. */
export async function allPeople(actor: Actor): Promise<PersonRow[] | null> {
  if (!peopleManage.check(actor, null)) return null;
  const rows = await appDatabase()
    .select({ id: people.id, name: people.name, email: people.email, role: people.role, disabledAt: people.disabledAt, passwordHash: people.passwordHash, lastSeenAt: sql<string | null>`max(${sessions.lastSeenAt})` })
    .from(people)
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .where(isNull(people.erasedAt))
    .groupBy(people.id)
    .orderBy(sql`${people.role} = 'reader'`, asc(people.name));
  return rows.map(({ disabledAt, passwordHash, lastSeenAt, ...row }) => ({ ...row, disabled: disabledAt !== null, invited: passwordHash === null, lastSeenAt: lastSeenAt ? new Date(lastSeenAt).toISOString() : null }));
}

export type SessionRow = { id: string; /** Empty where its browser says nothing that is known. */ device: string; createdAt: string; lastSeenAt: string; here: boolean };

/** The person's own open sessions. */
export async function ownSessions(actor: PersonActor): Promise<SessionRow[]> {
  const rows = await appDatabase()
    .select({ id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, actor.personId), isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.lastSeenAt));
  return rows.map((row) => ({ id: row.id, device: deviceName(row.device), createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), here: row.id === actor.sessionId }));
}

/** What the account page shows of oneself. */
export async function ownProfile(actor: PersonActor): Promise<{ name: string; email: string; role: Role; bio: string } | null> {
  const [row] = await appDatabase().select({ name: people.name, email: people.email, role: people.role, bio: people.bio }).from(people).where(eq(people.id, actor.personId));
  return row ?? null;
}

/** Whom an unused link is for; null where it is spent, over or wrong. */
export async function linkHolder(token: string): Promise<{ name: string; email: string; purpose: "invitation" | "reset" } | null> {
  const [row] = await appDatabase()
    .select({ name: people.name, email: people.email, purpose: oneTimeLinks.purpose })
    .from(oneTimeLinks)
    .innerJoin(people, eq(people.id, oneTimeLinks.personId))
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash(token)), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, sql`now()`), isNull(people.disabledAt)));
  return row && row.purpose !== "setup" ? { ...row, purpose: row.purpose } : null;
}

/** Whether the paper still waits for its first administrator. */
export async function needsSetUp(): Promise<boolean> {
  const [anybody] = await appDatabase().select({ id: people.id }).from(people).where(eq(people.role, "administrator")).limit(1);
  return anybody === undefined;
}
