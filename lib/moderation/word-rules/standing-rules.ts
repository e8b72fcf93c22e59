import { and, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { settings, wordRules } from "@/db/schema";
import { expressionHints } from "@/lib/content/language/expressions";
import { putSetting } from "@/lib/settings/put-setting";
import { type CompiledRules, compileRules } from "@/lib/moderation/word-rules/find";

/** Under this name the settings count how often a rule was changed. */
export const wordRulesKey = "word_rules";

let kept: { version: number; rules: CompiledRules } | null = null;

/**
 * The rules that are on, compiled once in each process for as long as none is changed. Every asking compares their version, which costs a
 * row: a rule holds from the moment at which it was saved, in every process.
 */
export async function standingRules(db: Database | Transaction): Promise<CompiledRules> {
  const [row] = await db.select({ version: settings.version }).from(settings).where(eq(settings.key, wordRulesKey));
  const version = row?.version ?? 0;
  if (kept?.version === version) return kept.rules;
  const { id, kind, pattern, action, language, sectionId, note } = wordRules;
  const rules = compileRules(await db.select({ id, kind, pattern, action, language, sectionId, note }).from(wordRules).where(and(eq(wordRules.enabled, true), isNull(wordRules.deletedAt))));
  // Expressions are read now, so that the time of the first comment is not over with reading them.
  expressionHints("", [...rules.expressions.keys()], Number.POSITIVE_INFINITY);
  kept = { version, rules };
  return rules;
}

/** Says to every process that the rules are others now, from the moment at which this transaction commits. */
export async function rulesChanged(tx: Parameters<typeof putSetting>[0], now: Date): Promise<void> {
  await putSetting(tx, wordRulesKey, {}, now);
}
