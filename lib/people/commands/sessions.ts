import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import type { NewEvent } from "@/lib/core/events";
import { sessionLimits } from "@/lib/core/session-check";
import { invalid, notFound } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { ownAccount, signInTry } from "@/lib/people/abilities";
import { canonicalEmail, EndSessionInput, SignInInput } from "@/lib/people/inputs";
import { passwordFits } from "@/lib/people/passwords";

/** The same words whether the address or the password was wrong, or the person disabled. */
const noMatch = () => invalid("no_match", "That did not match. Check the address and the password.");

/** Checks the password and opens a session with a fresh token, which the cookie will carry. Fails with `no_match` for every reason. */
export const signIn = command({
  name: "signIn",
  input: SignInInput,
  ability: signInTry,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const [person] = await tx.select().from(people).where(eq(people.email, canonicalEmail(input.email)));
    const fits = await passwordFits(input.password, person?.passwordHash ?? null);
    if (!person || !fits || person.disabledAt) return fail(noMatch());
    const token = await openSession(tx, person.id, { actor, device: input.device, now });
    await record({ name: "session.started", subjectId: token.sessionId, data: { personId: person.id } });
    return ok({ token: token.token, role: person.role });
  },
});

/** Opens a session for somebody who has just proved who they are, from the network of the visitor they were until now. */
export async function openSession(tx: Transaction, personId: string, { actor, device = "", now }: { actor: Actor; device?: string; now: Date }): Promise<{ token: string; sessionId: string }> {
  const token = newToken();
  const sessionId = newId();
  const expiresAt = new Date(now.getTime() + sessionLimits.absoluteDays * 86_400_000);
  await tx.insert(sessions).values({ id: sessionId, tokenHash: tokenHash(token), personId, device: singleLine(device).slice(0, 200), network: actor.kind === "visitor" ? actor.network : "", createdAt: now, lastSeenAt: now, expiresAt });
  return { token, sessionId };
}

/** Ends one of one's own sessions: this one at sign-out, another from the list. */
export const endSession = command({
  name: "endSession",
  input: EndSessionInput,
  ability: ownAccount,
  load: noSubject,
  async run({ tx, actor, record }, _, input) {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(and(eq(sessions.id, input.sessionId), eq(sessions.personId, personIdOf(actor) ?? ""), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return fail(notFound("no_session", "This session has ended already."));
    await record({ name: "session.ended", subjectId: input.sessionId, data: { personId: personIdOf(actor) } });
    return ok({});
  },
});

/** Ends all of one's own sessions but this one. */
export const endOtherSessions = command({
  name: "endOtherSessions",
  input: z.strictObject({}),
  ability: ownAccount,
  load: noSubject,
  async run({ tx, actor, record }) {
    if (actor.kind !== "person") return fail(notFound("no_session", "Nobody is signed in."));
    await endSessionsOf(tx, actor.personId, record, actor.sessionId);
    return ok({});
  },
});

/** Ends a person's sessions, in the transaction that gives the reason; all, or all but one. */
export async function endSessionsOf(tx: Transaction, personId: string, record: (event: NewEvent) => Promise<void>, except?: string): Promise<void> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), except ? ne(sessions.id, except) : undefined))
    .returning({ id: sessions.id });
  for (const { id } of ended) await record({ name: "session.ended", subjectId: id, data: { personId } });
}
