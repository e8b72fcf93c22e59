import { and, count, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { people, sections, wordRules } from "@/db/schema";
import type { WordRuleKind } from "@/db/vocabulary";
import { wordRulesChange } from "@/lib/comments/abilities";
import { commentSettings } from "@/lib/comments/settings";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { conflict, type Failure, invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { rulesChanged, wordRulesKey } from "@/lib/moderation/word-rules/standing-rules";
import { type RuleFields, readPattern, ruleFields } from "@/lib/moderation/word-rules/word-rule";

const ruleId = z.uuid("There is no such rule.");
const version = z.number("Reload the page.").int().min(1);

/** The same rule there already is: what it looks for and where. */
export const sameRule = ({ kind, pattern, language, sectionId }: Pick<RuleFields, "kind" | "pattern" | "language" | "sectionId">): SQL | undefined =>
  and(eq(wordRules.kind, kind), eq(wordRules.pattern, pattern), language === null ? isNull(wordRules.language) : eq(wordRules.language, language), sectionId === null ? isNull(wordRules.sectionId) : eq(wordRules.sectionId, sectionId), isNull(wordRules.deletedAt));

/** What a rule says as it is kept, or why it cannot stand. `besides`: the rule that is changed. */
async function checked(tx: Transaction, fields: RuleFields, besides?: string): Promise<RuleFields | Failure> {
  // Of two who add the same at once the second finds it there.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${wordRulesKey}))`);
  const read = readPattern(fields.kind, fields.pattern);
  if ("problem" in read) return invalid("wrong_pattern", read.problem, { fields: { pattern: read.problem } });
  const kept = { ...fields, pattern: read.pattern };
  if (kept.sectionId) {
    const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, kept.sectionId));
    if (!section) return invalid("no_section", "There is no such section.", { fields: { sectionId: "There is no such section." } });
  }
  const [same] = await tx.select({ id: wordRules.id }).from(wordRules).where(and(sameRule(kept), besides ? ne(wordRules.id, besides) : undefined)).limit(1);
  if (!same) return kept;
  const sentence = "There is a rule for this already. Change that one.";
  return conflict("same_rule", sentence, { fields: { pattern: sentence } });
}

const isFailure = (one: RuleFields | Failure): one is Failure => "code" in one;

/** Whether there would be too many rules with these: each is looked for in every comment, and expressions one after the other. */
export async function tooMany(tx: Transaction, kinds: readonly WordRuleKind[]): Promise<Failure | null> {
  const [standing] = await tx.select({ all: count(), expressions: sql<number>`count(*) filter (where ${wordRules.kind} = 'expression')`.mapWith(Number) }).from(wordRules).where(isNull(wordRules.deletedAt));
  const { most, mostExpressions } = commentSettings.wordRules;
  if ((standing?.all ?? 0) + kinds.length > most) return invalid("too_many_rules", `There may be ${most.toLocaleString("en")} rules at most. Delete what finds nothing any more.`);
  return (standing?.expressions ?? 0) + kinds.filter((kind) => kind === "expression").length > mostExpressions ? invalid("too_many_expressions", `There may be ${mostExpressions} expressions at most: each takes time in every comment. Write words where words will do.`) : null;
}

/** Adds a rule. It holds for every comment from the moment at which this is answered, in every process. */
export const addWordRule = command({
  name: "addWordRule",
  input: z.strictObject(ruleFields),
  ability: wordRulesChange,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const fields = await checked(tx, input);
    if (isFailure(fields)) return fail(fields);
    const full = await tooMany(tx, [fields.kind]);
    if (full) return fail(full);
    const id = newId();
    await tx.insert(wordRules).values({ id, ...fields, createdBy: personIdOf(actor), createdAt: now, changedBy: personIdOf(actor), changedAt: now });
    await rulesChanged(tx, now);
    await record({ name: "word_rule.added", subjectId: id, data: fields });
    return ok({ id });
  },
});

async function lockRule(tx: Transaction, { id }: { id: string }) {
  const [rule] = await tx.select().from(wordRules).where(and(eq(wordRules.id, id), isNull(wordRules.deletedAt))).for(rowLock);
  return rule ?? null;
}

async function changedMeanwhile(tx: Transaction, rule: typeof wordRules.$inferSelect): Promise<Failure> {
  const [who] = rule.changedBy ? await tx.select({ name: people.name }).from(people).where(eq(people.id, rule.changedBy)) : [];
  return conflict("changed_meanwhile", `${who?.name ?? "Somebody"} has changed this rule since you opened the page; it reads “${rule.pattern}” and is ${rule.enabled ? "on" : "off"}. Nothing of yours was saved yet. Save again to put yours in its place, or open the page again.`, { current: rule.version });
}

/** Changes a rule, upon the version that was seen. Fails with `changed_meanwhile` where a colleague was faster. */
export const changeWordRule = command({
  name: "changeWordRule",
  input: z.strictObject({ id: ruleId, seen: version, ...ruleFields }),
  ability: wordRulesChange,
  load: lockRule,
  async run({ tx, actor, now, record }, rule, { id, seen, ...input }) {
    if (rule.version !== seen) return fail(await changedMeanwhile(tx, rule));
    const fields = await checked(tx, input, id);
    if (isFailure(fields)) return fail(fields);
    const full = fields.kind === "expression" && rule.kind !== "expression" ? await tooMany(tx, ["expression"]) : null;
    if (full) return fail(full);
    await tx.update(wordRules).set({ ...fields, version: seen + 1, changedBy: personIdOf(actor), changedAt: now }).where(eq(wordRules.id, id));
    await rulesChanged(tx, now);
    await record({ name: "word_rule.changed", subjectId: id, data: fields });
    return ok({ version: seen + 1 });
  },
});

/** Deletes a rule; for a month it can be brought back. Deleted by two at once it is deleted. */
export const deleteWordRule = command({
  name: "deleteWordRule",
  input: z.strictObject({ id: ruleId }),
  ability: wordRulesChange,
  load: lockRule,
  async run({ tx, now, record }, { pattern, kind }, { id }) {
    await tx.update(wordRules).set({ deletedAt: now }).where(eq(wordRules.id, id));
    await rulesChanged(tx, now);
    await record({ name: "word_rule.deleted", subjectId: id, data: { kind, pattern } });
    return ok({ id });
  },
});

/** Brings a deleted rule back as it was, with its hits; not where the same was written anew meanwhile. */
export const restoreWordRule = command({
  name: "restoreWordRule",
  input: z.strictObject({ id: ruleId }),
  ability: wordRulesChange,
  async load(tx, { id }) {
    const [rule] = await tx.select().from(wordRules).where(and(eq(wordRules.id, id), isNotNull(wordRules.deletedAt))).for(rowLock);
    return rule ?? null;
  },
  async run({ tx, now, record }, rule, { id }) {
    const fields = await checked(tx, rule, id);
    if (isFailure(fields)) return fail(fields);
    const full = await tooMany(tx, [rule.kind]);
    if (full) return fail(full);
    await tx.update(wordRules).set({ deletedAt: null, version: rule.version + 1 }).where(eq(wordRules.id, id));
    await rulesChanged(tx, now);
    await record({ name: "word_rule.restored", subjectId: id, data: { kind: rule.kind, pattern: rule.pattern } });
    return ok({ id });
  },
});
