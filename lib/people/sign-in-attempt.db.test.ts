import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { limits } from "@/lib/core/limits";
import type { Result } from "@/lib/kernel/result";
import { hashPassword } from "@/lib/people/passwords";
import { signInAttempt } from "@/lib/people/sign-in-attempt";

useTestDatabase();

const right = "a calm long password";
const most = limits.signInFailuresOfAccount.max;
const attempt = (email: string, password: string, network: string) => signInAttempt.execute({ email, password, device: "a test" }, { actor: { kind: "visitor", network } });
const reasonOf = (result: Result<unknown>) => (result.ok ? "in" : result.failure.reason);

async function anAccount(): Promise<string> {
  const { personId } = await somebody("editor");
  const [row] = await appDatabase().update(people).set({ passwordHash: await hashPassword(right) }).where(eq(people.id, personId)).returning({ email: people.email });
  return row?.email ?? "";
}

/** Wrong passwords for one account, each from another network, as a rented swarm would try them. */
async function swarm(email: string, tries: number, name = "swarm"): Promise<void> {
  for (let first = 0; first < tries; first += 10) await Promise.all(Array.from({ length: Math.min(10, tries - first) }, (_, index) => attempt(email, "wrong", `${name}-${first + index}`)));
}

it("an account that is tried from everywhere is slowed down, and its own people still come in", async () => {
  const email = await anAccount();
  expect(reasonOf(await attempt(email, right, "home"))).toBe("in");
  await swarm(email, most - 1);
  for (let round = 0; round < 3; round++) expect(reasonOf(await attempt(email, right, `office-${round}`)), "right passwords are not counted").toBe("in");
  expect(reasonOf(await attempt(email, "wrong", "one-more"))).toBe("no_match");

  const strange = await attempt(email, right, "a café");
  expect(strange).toMatchObject({ ok: false, failure: { code: "rate_limited", retryAfter: expect.any(Number) } });
  expect(reasonOf(await attempt(` ${email.toUpperCase()} `, right, "a café"))).toBe("too_often");
  expect(reasonOf(await attempt(email, right, "home"))).toBe("in");
  expect(reasonOf(await attempt(email, "wrong", "home"))).toBe("no_match");

  await appDatabase().update(sessions).set({ lastSeenAt: new Date(Date.now() - 31 * 86_400_000) }).where(eq(sessions.network, "home"));
  expect(reasonOf(await attempt(email, right, "home"))).toBe("too_often");
});

it("an address that nobody has is slowed down alike, so that nothing is learnt from it", async () => {
  await swarm("nobody@paper.example", most, "nobody");
  const account = await anAccount();
  await swarm(account, most, "somebody");
  const withoutWait = (result: Result<unknown>) => JSON.stringify(result).replace(/\d+/g, "n");
  expect(withoutWait(await attempt("nobody@paper.example", right, "elsewhere"))).toBe(withoutWait(await attempt(account, right, "elsewhere")));
});

it("the ninth wrong password of one network at one account in ten minutes waits", async () => {
  const email = await anAccount();
  const tries = [];
  for (let round = 0; round < 9; round++) tries.push(reasonOf(await attempt(email, "wrong", "persistent")));
  expect(tries).toEqual([...Array(8).fill("no_match"), "too_often"]);
});

it("who knows the password may sign in as often as she likes, and her successes forgive no wrong password", async () => {
  const email = await anAccount();
  for (let round = 0; round < 10; round++) expect(reasonOf(await attempt(email, right, "own desk"))).toBe("in");
  for (let round = 0; round < 8; round++) {
    expect(reasonOf(await attempt(email, "wrong", "own desk"))).toBe("no_match");
    if (round < 7) expect(reasonOf(await attempt(email, right, "own desk"))).toBe("in");
  }
  expect(reasonOf(await attempt(email, right, "own desk"))).toBe("too_often");
});

it("of twenty wrong passwords sent at once no more are judged than one after the other", async () => {
  const email = await anAccount();
  const tries = await Promise.all(Array.from({ length: 20 }, () => attempt(email, "wrong", "hasty")));
  expect(tries.map(reasonOf).filter((reason) => reason === "no_match")).toHaveLength(limits.signInToAccountFromNetwork.max);
});
