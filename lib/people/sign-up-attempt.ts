import type { Call, Command } from "@/lib/core/command";
import { limits } from "@/lib/core/limits";
import { countAgainst, giveBack } from "@/lib/core/rate-limit";
import { fail } from "@/lib/kernel/result";
import { askToSignUp } from "@/lib/people/commands/sign-up";
import { AskToSignUpInput } from "@/lib/people/inputs";

/** The one door to `askToSignUp`: counts what a wider network asks a day, and what is asked for one address, known or not. What was refused for its name is not counted. */
export const signUpAttempt = (prefix: string): Pick<Command<object>, "name" | "execute"> => ({
  name: askToSignUp.name,
  async execute(input: unknown, call: Call) {
    const parsed = AskToSignUpInput.safeParse(input);
    if (!parsed.success) return askToSignUp.execute(input, call);
    const counted = await countAgainst(limits.signUpOfAddress, parsed.data.email);
    if (!counted.ok) return fail(counted.failure);
    const fromHere = await countAgainst(limits.signUpFromPrefix, prefix);
    if (!fromHere.ok) return fail(fromHere.failure);
    const result = await askToSignUp.execute(input, call);
    if (!result.ok) for (const [limit, key] of [[limits.signUpOfAddress, parsed.data.email], [limits.signUpFromPrefix, prefix]] as const) await giveBack(limit, key);
    return result;
  },
});
