import type { Command } from "@/lib/core/command";
import { parseInput } from "@/lib/core/parse-input";
import { expressionHints } from "@/lib/content/language/expressions";
import { styleHints } from "@/lib/content/language/house-rules";
import { forbidden } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { houseStyleChange } from "@/lib/settings/abilities";
import { TriedRulesInput } from "@/lib/settings/house-style";

/** What rules found in a text on which they were tried: the words, what is better, and why. `whole` is false where their expressions took too long. */
export type TriedRules = { found: { words: string; by: string; reason: string }[]; whole: boolean };

/** How long the expressions may look, in milliseconds: as long as for the checks of a story. */
const time = 100;

/** Tries rules on a text, as they are typed and before anybody meets them. Changes nothing; for those alone who may change the rules. */
export const tryHouseStyle: Pick<Command<TriedRules>, "name" | "execute"> = {
  name: "tryHouseStyle",
  async execute(raw, { actor }) {
    if (!houseStyleChange.check(actor, null)) return fail(forbidden("not_allowed", "You may not do this."));
    const parsed = parseInput(TriedRulesInput, raw);
    if (!parsed.ok) return parsed;
    const { rules, text } = parsed.value;
    const { hints, whole } = expressionHints(text, rules, performance.now() + time);
    const found = [...styleHints(text, rules), ...hints].sort((left, right) => left.start - right.start);
    return ok({ found: found.map(({ rule, start, end, by }) => ({ words: text.slice(start, end), by, reason: rule.reason })).filter(({ words, by }) => words !== by), whole });
  },
};
