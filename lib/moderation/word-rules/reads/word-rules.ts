import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { comments, people, sections, wordRuleHits, wordRules } from "@/db/schema";
import { wordRulesChange } from "@/lib/comments/abilities";
import { commentSettings } from "@/lib/comments/settings";
import type { Actor } from "@/lib/core/actor";
import { rulesAsCsv } from "@/lib/moderation/word-rules/csv";
import type { RuleFields } from "@/lib/moderation/word-rules/word-rule";

/** A rule on its page. `hits` are all that it ever found; `approved` how many of the last month's moderators approved nevertheless. Instants are ISO 8601 in UTC. */
export type WordRuleRow = RuleFields & { id: string; version: number; sectionName: string | null; hits: number; approved: number; lastHitAt: string | null; by: string | null; madeAt: string; changedBy: string | null };
export type WordRulesPage = { rules: WordRuleRow[]; /** Of those that were looked for, how many there are beyond what is shown. */ more: number; all: number; deleted: { id: string; pattern: string; at: string }[] };

const rulesAPage = 200;

/** The rules, the newest first, those with these letters in pattern or note where some are given; null for whom they do not concern. */
export async function wordRulesPage(actor: Actor, wanted = ""): Promise<WordRulesPage | null> {
  if (!wordRulesChange.check(actor, null)) return null;
  const db = appDatabase();
  const changer = alias(people, "changer");
  const like = `%${wanted.slice(0, 100).replace(/[\\%_]/g, "\\$&")}%`;
  const found = and(isNull(wordRules.deletedAt), wanted ? or(sql`${wordRules.pattern} ilike ${like}`, sql`${wordRules.note} ilike ${like}`) : undefined);
  const hits = db
    .select({ ruleId: wordRuleHits.ruleId, number: sql<number>`count(*)`.mapWith(Number).as("number"), approved: sql<number>`count(*) filter (where ${comments.status} = 'approved')`.mapWith(Number).as("approved"), last: sql<Date>`max(${wordRuleHits.at})`.mapWith(wordRuleHits.at).as("last") })
    .from(wordRuleHits)
    .innerJoin(comments, eq(comments.id, wordRuleHits.commentId))
    .groupBy(wordRuleHits.ruleId)
    .as("found");
  const [rows, [counted], deleted] = await Promise.all([
    db
      .select({ rule: wordRules, by: people.name, changedBy: changer.name, sectionName: sections.name, number: hits.number, approved: hits.approved, last: hits.last })
      .from(wordRules)
      .leftJoin(people, eq(people.id, wordRules.createdBy))
      .leftJoin(changer, eq(changer.id, wordRules.changedBy))
      .leftJoin(sections, eq(sections.id, wordRules.sectionId))
      .leftJoin(hits, eq(hits.ruleId, wordRules.id))
      .where(found)
      .orderBy(desc(wordRules.createdAt), asc(wordRules.id))
      .limit(rulesAPage),
    db.select({ found: sql<number>`count(*) filter (where ${found})`.mapWith(Number), all: sql<number>`count(*) filter (where ${wordRules.deletedAt} is null)`.mapWith(Number) }).from(wordRules),
    db
      .select({ id: wordRules.id, pattern: wordRules.pattern, at: wordRules.deletedAt })
      .from(wordRules)
      .where(and(isNotNull(wordRules.deletedAt), gt(wordRules.deletedAt, sql`now() - make_interval(days => ${commentSettings.wordRules.restoreDays})`)))
      .orderBy(desc(wordRules.deletedAt))
      .limit(20),
  ]);
  return {
    rules: rows.map(({ rule, by, changedBy, sectionName, number, approved, last }) => ({
      id: rule.id,
      version: rule.version,
      kind: rule.kind,
      pattern: rule.pattern,
      action: rule.action,
      language: rule.language,
      sectionId: rule.sectionId,
      sectionName,
      note: rule.note,
      enabled: rule.enabled,
      hits: rule.hits + (number ?? 0),
      approved: approved ?? 0,
      lastHitAt: (last ?? rule.lastHitAt)?.toISOString() ?? null,
      by,
      madeAt: rule.createdAt.toISOString(),
      changedBy: rule.version > 1 ? changedBy : null,
    })),
    more: Math.max(0, (counted?.found ?? 0) - rows.length),
    all: counted?.all ?? 0,
    deleted: deleted.map(({ id, pattern, at }) => ({ id, pattern, at: at?.toISOString() ?? "" })),
  };
}

/** All rules as a table, which brings all of them back where the sections have the same slugs; null for whom they do not concern. */
export async function wordRulesTable(actor: Actor): Promise<string | null> {
  if (!wordRulesChange.check(actor, null)) return null;
  const { kind, pattern, action, language, note, enabled } = wordRules;
  return rulesAsCsv(await appDatabase().select({ kind, pattern, action, language, section: sections.slug, note, enabled }).from(wordRules).leftJoin(sections, eq(sections.id, wordRules.sectionId)).where(isNull(wordRules.deletedAt)).orderBy(asc(wordRules.createdAt), asc(wordRules.id)));
}
