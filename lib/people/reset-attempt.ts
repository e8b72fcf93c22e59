import type { Call, Command } from "@/lib/core/command";
import { limits } from "@/lib/core/limits";
import { countAgainst } from "@/lib/core/rate-limit";
import { fail } from "@/lib/kernel/result";
import { askForReset } from "@/lib/people/commands/forgotten-password";
import { AskForResetInput } from "@/lib/people/inputs";

/** The one door to `askForReset`: counts what a network asks and what is asked for one address, known or not. */
export const resetAttempt: Pick<Command<object>, "name" | "execute"> = {
  name: askForReset.name,
  async execute(input: unknown, call: Call) {
    const parsed = AskForResetInput.safeParse(input);
    if (!parsed.success || call.actor.kind !== "visitor") return askForReset.execute(input, call);
    for (const counted of [await countAgainst(limits.resetFromNetwork, call.actor.network), await countAgainst(limits.resetOfAccount, parsed.data.email)]) if (!counted.ok) return fail(counted.failure);
    return askForReset.execute(input, call);
  },
};
