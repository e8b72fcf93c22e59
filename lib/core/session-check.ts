import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { decode } from "next-auth/jwt";
import { appDatabase } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { PersonActor } from "@/lib/core/actor";
import { tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";

/** A session ends after so long without use, and after so long in any case. */
export const sessionLimits = { idleDays: 14, absoluteDays: 60 } as const;

/** With https the browser itself guards the name: no other host or path can set it. */
export function sessionCookieName(): string {
  return fromProcess("env").appUrl.startsWith("https:") ? "__Host-standfirst" : "standfirst";
}

/** The value of a cookie in a Cookie header. */
export function cookieFrom(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** Who a session cookie stands for, asked of our own table each time: an ended session or a disabled person is nobody at once. */
export async function actorOfCookie(cookie: string | null): Promise<PersonActor | null> {
  const token = cookie ? await sessionToken(cookie) : null;
  return token ? actorOfToken(token) : null;
}

/** The session token inside the cookie, which is next-auth's encrypted envelope and carries nothing else. */
async function sessionToken(cookie: string): Promise<string | null> {
  try {
    const envelope = await decode({ token: cookie, secret: fromProcess("env").secret, salt: sessionCookieName() });
    return typeof envelope?.sid === "string" ? envelope.sid : null;
  } catch {
    // Not ours, or from before the secret changed: nobody is signed in.
    return null;
  }
}

export async function actorOfToken(token: string): Promise<PersonActor | null> {
  const db = appDatabase();
  const [row] = await db
    .select({ sessionId: sessions.id, lastSeenAt: sessions.lastSeenAt, personId: people.id, name: people.name, role: people.role, stale: sql<boolean>`${sessions.lastSeenAt} < now() - interval '1 minute'` })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash(token)),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.lastSeenAt, sql`now() - make_interval(days => ${sessionLimits.idleDays})`),
        isNull(people.disabledAt),
      ),
    );
  if (!row) return null;
  if (row.stale) await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(and(eq(sessions.id, row.sessionId), lt(sessions.lastSeenAt, sql`now()`)));
  return { kind: "person", personId: row.personId, name: row.name, role: row.role, sessionId: row.sessionId };
}
