import { inArray, sql } from "drizzle-orm";
import { appDatabase, type Transaction } from "@/db/client";
import { wordRuleHits, wordRules } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";

/** Notes which rules found something in a comment. Only adds rows: two comments at once never wait for one rule. */
export async function keepHits(tx: Transaction, { commentId, ruleIds, now }: { commentId: string; ruleIds: readonly string[]; now: Date }): Promise<void> {
  if (ruleIds.length === 0) return;
  // A rule that was deleted for good since it was read has no counter any more.
  const known = tx.select({ ruleId: wordRules.id, commentId: sql<string>`${commentId}::uuid`.as("comment_id"), at: sql<Date>`${now.toISOString()}::timestamptz`.as("at") }).from(wordRules).where(inArray(wordRules.id, [...ruleIds]));
  await tx.insert(wordRuleHits).select(known);
}

/** Adds hits that are older than a month to their rules' counters, and forgets of which comments they were; deletes for good what was deleted long ago. Returns how many rows went. */
export async function foldHits(): Promise<number> {
  const { hitDays, restoreDays } = commentSettings.wordRules;
  const old = sql`${wordRuleHits.at} < now() - make_interval(days => ${hitDays})`;
  const folded = await appDatabase().execute(sql`with gone as (delete from ${wordRuleHits} where ${old} returning rule_id, at), counted as (select rule_id, count(*)::integer as number, max(at) as last from gone group by rule_id)
    update ${wordRules} set hits = hits + counted.number, last_hit_at = greatest(last_hit_at, counted.last) from counted where id = counted.rule_id returning counted.number as number`);
  const gone = await appDatabase().execute(sql`delete from ${wordRules} where deleted_at < now() - make_interval(days => ${restoreDays}) returning 1 as one`);
  return folded.reduce((sum, row) => sum + Number(row.number), 0) + gone.length;
}
