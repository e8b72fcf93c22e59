import { and, eq, gt, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { people, sessions } from "@/db/schema";
import type { Call, Command } from "@/lib/core/command";
import { limits } from "@/lib/core/limits";
import { askAgainst, countAgainst, giveBack } from "@/lib/core/rate-limit";
import { fail } from "@/lib/kernel/result";
import { signIn } from "@/lib/people/commands/sessions";
import { canonicalEmail, SignInInput } from "@/lib/people/inputs";

/** A network from which somebody opened a session that was used within so many days is hers. */
const ownNetworkDays = 30;

/**
 * The one door to `signIn`: counts tries of a network, wrong passwords of a network at one account, and those of an account from wherever.
 * An account that is slowed down so stays open to its own people: from a network they used lately the password is judged as always.
 * Says the same of accounts that do not exist.
 */
export const signInAttempt: Pick<Command<{ token: string; role: SignedInRole }>, "name" | "execute"> = {
  name: signIn.name,
  async execute(input: unknown, call: Call) {
    const parsed = SignInInput.safeParse(input);
    if (!parsed.success || call.actor.kind !== "visitor") return signIn.execute(input, call);
    const account = canonicalEmail(parsed.data.email);
    const { network } = call.actor;
    const pair = `${network}:${account}`;
    for (const counted of [await countAgainst(limits.signInFromNetwork, network), await countAgainst(limits.signInToAccountFromNetwork, pair)]) if (!counted.ok) return fail(counted.failure);
    const slowed = await askAgainst(limits.signInFailuresOfAccount, account);
    if (!slowed.ok && !(await isOwnNetwork(account, network))) return fail(slowed.failure);
    const result = await signIn.execute(input, call);
    if (result.ok) await giveBack(limits.signInToAccountFromNetwork, pair);
    if (!result.ok && result.failure.reason === "no_match") await countAgainst(limits.signInFailuresOfAccount, account);
    return result;
  },
};

type SignedInRole = typeof people.$inferSelect.role;

async function isOwnNetwork(account: string, network: string): Promise<boolean> {
  const [session] = await appDatabase()
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(people.email, account), eq(sessions.network, network), gt(sessions.lastSeenAt, sql`now() - make_interval(days => ${ownNetworkDays})`)))
    .limit(1);
  return session !== undefined;
}
