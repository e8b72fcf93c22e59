import { and, eq, ne } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { mediaAssets, people, sessions } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import type { PersonActor, VisitorActor } from "@/lib/core/actor";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { actorOfToken } from "@/lib/core/session-check";
import { newId, tokenHash } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";
import { changePassword, chooseNewPassword, ensureSetupToken, setUpPaper } from "@/lib/people/commands/account";
import { choosePortrait } from "@/lib/people/commands/choose-portrait";
import { changeRole, disablePerson, invitePerson, offerReset } from "@/lib/people/commands/membership";
import { endOtherSessions, endSession, signIn } from "@/lib/people/commands/sessions";
import { hashPassword } from "@/lib/people/passwords";
import { ownSessions } from "@/lib/people/reads/people";

useTestDatabase();

const visitor: VisitorActor = { kind: "visitor", network: "n" };

async function withPassword(role: Role = "editor"): Promise<{ actor: PersonActor; email: string; password: string }> {
  const actor = await somebody(role);
  const password = "a calm long password";
  const [row] = await appDatabase().update(people).set({ passwordHash: await hashPassword(password) }).where(eq(people.id, actor.personId)).returning({ email: people.email });
  return { actor, email: row?.email ?? "", password };
}
const signInAs = (email: string, password: string) => signIn.execute({ email, password, device: "a test" }, { actor: visitor });

describe("first of all", () => {
  it("lets one of twenty set the paper up, with the token alone, and nobody afterwards", async () => {
    const token = (await ensureSetupToken()) ?? "";
    const form = { paper: "The Test", name: "Ada", email: "ada@paper.example", password: "a calm long password" };
    expect(failureOf(await setUpPaper.execute({ ...form, token: "wrong" }, { actor: visitor }))?.code).toBe("not_found");
    expect(failureOf(await setUpPaper.execute({ ...form, token, password: "short" }, { actor: visitor }))?.fields?.password).toBeTruthy();
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => setUpPaper.execute({ ...form, email: `ada${index}@paper.example`, token }, { actor: visitor })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await appDatabase().select().from(people).where(eq(people.role, "administrator"))).toHaveLength(1);
    expect(await ensureSetupToken()).toBeNull();
  });
});

describe("signing in", () => {
  it("says the same whether the address, the password or the account is wrong", async () => {
    const { actor, email, password } = await withPassword();
    const admin = await somebody("administrator");
    expectOk(await disablePerson.execute({ personId: actor.personId }, { actor: admin }));
    const failures = [await signInAs("nobody@paper.example", password), await signInAs(email, "wrong password"), await signInAs(email, password), await signInAs(`${email}, other@paper.example`, password)].map(failureOf);
    expect(new Set(failures.map((failure) => JSON.stringify(failure))).size).toBe(1);
  });

  it("asks for an address that can be one, whatever characters are in it", async () => {
    expect(failureOf(await signInAs("a\u0000b@c.de", "a calm long password"))).toMatchObject({ code: "invalid", fields: { email: "This does not look like an e-mail address." } });
  });

  it("opens a session whose token is kept only as a hash, whatever the case of the address", async () => {
    const { email, password } = await withPassword();
    const { token } = expectOk(await signInAs(` ${email.toUpperCase()} `, password));
    expect(await actorOfToken(token)).toMatchObject({ kind: "person", role: "editor" });
    const rows = await appDatabase().select().from(sessions).where(eq(sessions.tokenHash, tokenHash(token)));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is over at once after sign-out, disabling, a role that may less or a new password elsewhere", async () => {
    const admin = await somebody("administrator");
    for (const end of [
      async (actor: PersonActor) => endSession.execute({ sessionId: actor.sessionId }, { actor }),
      async (actor: PersonActor) => disablePerson.execute({ personId: actor.personId }, { actor: admin }),
      async (actor: PersonActor) => changeRole.execute({ personId: actor.personId, role: "contributor" }, { actor: admin }),
      async (actor: PersonActor) => changePassword.execute({ current: "a calm long password", password: "another calm password" }, { actor: { ...actor, sessionId: admin.sessionId } }),
    ]) {
      const { email, password } = await withPassword();
      const { token } = expectOk(await signInAs(email, password));
      const actor = await actorOfToken(token);
      expectOk(await end(actor as PersonActor));
      expect(await actorOfToken(token)).toBeNull();
    }
  });

  it.each([
    ["author", "editor", "stays"],
    ["moderator", "editor", "stays"],
    ["editor", "administrator", "stays"],
    ["administrator", "editor", "ends"],
    ["author", "moderator", "ends"],
    ["moderator", "author", "ends"],
    ["contributor", "reader", "ends"],
  ] as const)("of somebody who was %s and becomes %s it %s", async (from, to, fate) => {
    const admin = await somebody("administrator");
    const { email, password, actor } = await withPassword(from);
    const { token } = expectOk(await signInAs(email, password));
    expectOk(await changeRole.execute({ personId: actor.personId, role: to }, { actor: admin }));
    if (fate === "ends") expect(await actorOfToken(token)).toBeNull();
    else expect(await actorOfToken(token), "the new rights are there with the next request").toMatchObject({ role: to });
  });

  it("nobody ends another person's session", async () => {
    const { email, password } = await withPassword();
    const victim = await actorOfToken(expectOk(await signInAs(email, password)).token);
    const other = await somebody("administrator");
    expect(failureOf(await endSession.execute({ sessionId: victim?.sessionId }, { actor: other }))?.code).toBe("not_found");
  });

  it("everybody sees her own sessions and no others, ends one of them, or all but the one she is in", async () => {
    const { email, password } = await withPassword();
    await withPassword();
    const tokens = [];
    for (let device = 0; device < 4; device++) tokens.push(expectOk(await signInAs(email, password)).token);
    const [here, first, ...others] = await Promise.all(tokens.map(async (token) => (await actorOfToken(token)) as PersonActor));
    if (!here || !first) throw new Error("Nobody is signed in.");
    const open = async () => (await ownSessions(here)).map(({ id, here: isHere }) => ({ id, here: isHere })).sort((one, two) => one.id.localeCompare(two.id));
    expect(await open()).toEqual([here, first, ...others].map(({ sessionId: id }) => ({ id, here: id === here.sessionId })).sort((one, two) => one.id.localeCompare(two.id)));
    expectOk(await endSession.execute({ sessionId: first.sessionId }, { actor: here }));
    expect(await actorOfToken(tokens[1] ?? "")).toBeNull();
    expect(await open()).toHaveLength(3);
    expectOk(await endOtherSessions.execute({}, { actor: here }));
    expect(await open()).toEqual([{ id: here.sessionId, here: true }]);
    expect(await Promise.all(tokens.map(async (token) => (await actorOfToken(token)) !== null))).toEqual([true, false, false, false]);
  });

  it("is counted: the ninth try in ten minutes waits, for this pair alone", async () => {
    const results = [];
    for (let attempt = 0; attempt < 9; attempt++) results.push(await countAgainst(limits.signInToAccountFromNetwork, "n1:ada@paper.example"));
    expect(results.map((result) => result.ok)).toEqual([...Array(8).fill(true), false]);
    expect(failureOf(results[8] as Result<null>)).toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) });
    expect((await countAgainst(limits.signInToAccountFromNetwork, "n2:ada@paper.example")).ok).toBe(true);
  });
});

describe("links", () => {
  it("an invitation works once, also when opened twenty times at once", async () => {
    const admin = await somebody("administrator");
    const { token } = expectOk(await invitePerson.execute({ name: "New Person", email: "New@Paper.Example", role: "author" }, { actor: admin }));
    expect(failureOf(await invitePerson.execute({ name: "New Person", email: "new@paper.example", role: "author" }, { actor: admin }))?.fields?.email).toBeTruthy();
    const results = await Promise.all(Array.from({ length: 20 }, () => chooseNewPassword.execute({ token, password: "a calm long password" }, { actor: visitor })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expectOk(await signInAs("new@paper.example", "a calm long password"));
  });

  it("an invitation with a key that nobody can read is refused, and nobody is invited", async () => {
    const admin = await somebody("administrator");
    const invitation = { name: "Keyed Person", email: "keyed@paper.example", role: "author" };
    expect(failureOf(await invitePerson.execute(invitation, { actor: admin, key: "a\u0000b" }))).toMatchObject({ code: "invalid", reason: "key_unreadable" });
    expectOk(await invitePerson.execute(invitation, { actor: admin, key: "a-b" }));
  });

  it("a weak password does not spend the link; a newer link ends the older", async () => {
    const admin = await somebody("administrator");
    const { personId, token } = expectOk(await invitePerson.execute({ name: "Another One", email: "another@paper.example", role: "reader" }, { actor: admin }));
    expect(failureOf(await chooseNewPassword.execute({ token, password: "password123" }, { actor: visitor }))?.fields?.password).toBeTruthy();
    const newer = expectOk(await offerReset.execute({ personId }, { actor: admin }));
    expect(failureOf(await chooseNewPassword.execute({ token, password: "a calm long password" }, { actor: visitor }))?.code).toBe("not_found");
    expectOk(await chooseNewPassword.execute({ token: newer.token, password: "a calm long password" }, { actor: visitor }));
  });

  it("only administrators manage people", async () => {
    const editor = await somebody("editor");
    for (const result of [
      await invitePerson.execute({ name: "X Y", email: "x@paper.example", role: "administrator" }, { actor: editor }),
      await changeRole.execute({ personId: editor.personId, role: "administrator" }, { actor: editor }),
      await disablePerson.execute({ personId: editor.personId }, { actor: editor }),
      await offerReset.execute({ personId: editor.personId }, { actor: editor }),
    ])
      expect(failureOf(result)?.code).toBe("forbidden");
  });
});

it("the last administrator can be neither disabled nor downgraded, not even by twenty at once", async () => {
  const all = await appDatabase().select({ id: people.id }).from(people).where(eq(people.role, "administrator"));
  const admin = await somebody("administrator");
  for (const { id } of all) await disablePerson.execute({ personId: id }, { actor: admin });
  const second = await somebody("administrator");
  const tries = Array.from({ length: 20 }, (_, index) => {
    const personId = index % 2 === 0 ? admin.personId : second.personId;
    return index % 4 < 2 ? disablePerson.execute({ personId }, { actor: admin }) : changeRole.execute({ personId, role: "editor" }, { actor: second });
  });
  const results = await Promise.all(tries);
  expect(results.some((result) => failureOf(result)?.reason === "last_administrator")).toBe(true);
  const left = await appDatabase().select({ disabledAt: people.disabledAt }).from(people).where(eq(people.role, "administrator"));
  expect(left.filter((row) => row.disabledAt === null)).toHaveLength(1);
});

it("an administrator who was invited and never came is none to leave the paper to", async () => {
  const admin = await somebody("administrator");
  const others = await appDatabase().select({ id: people.id }).from(people).where(and(eq(people.role, "administrator"), ne(people.id, admin.personId)));
  for (const { id } of others) await disablePerson.execute({ personId: id }, { actor: admin });
  expectOk(await invitePerson.execute({ name: "Never Comes", email: "never-comes@paper.example", role: "administrator" }, { actor: admin }));
  expect(failureOf(await disablePerson.execute({ personId: admin.personId }, { actor: admin }))?.reason).toBe("last_administrator");
  expect(failureOf(await changeRole.execute({ personId: admin.personId, role: "editor" }, { actor: admin }))?.reason).toBe("last_administrator");
  const [invited] = await appDatabase().select({ id: people.id }).from(people).where(eq(people.email, "never-comes@paper.example"));
  expectOk(await disablePerson.execute({ personId: invited?.id ?? "" }, { actor: admin }));
});

it("extra fields are refused, not ignored", async () => {
  const admin = await somebody("administrator");
  expect(failureOf(await invitePerson.execute({ name: "A B", email: "ab@paper.example", role: "reader", passwordHash: "x" }, { actor: admin }))?.code).toBe("invalid");
});

it("a portrait is one's own picture, and never of another's choice", async () => {
  const [ines, other] = [await somebody("author"), await somebody("editor")];
  const assetId = newId();
  await appDatabase().insert(mediaAssets).values({ id: assetId, originalName: "ines.jpg", originalKey: `${assetId}/original`, sha256: "x", mime: "image/jpeg", width: 10, height: 10, renditions: [], uploadedBy: ines.personId });
  expect(failureOf(await choosePortrait.execute({ assetId }, { actor: other }))?.code).toBe("forbidden");
  expect(failureOf(await choosePortrait.execute({ assetId }, { actor: visitor }))?.code).toBe("unauthenticated");
  expect(failureOf(await choosePortrait.execute({ assetId: newId() }, { actor: ines }))?.code).toBe("not_found");
  expectOk(await choosePortrait.execute({ assetId }, { actor: ines }));
  const chosen = await appDatabase().select({ id: people.id }).from(people).where(eq(people.portraitAssetId, assetId));
  expect(chosen).toEqual([{ id: ines.personId }]);
});
