import { isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { sections, wordRules } from "@/db/schema";
import { wordRulesChange } from "@/lib/comments/abilities";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import { tooMany } from "@/lib/moderation/word-rules/commands/change-word-rules";
import { rulesFromCsv } from "@/lib/moderation/word-rules/csv";
import { rulesChanged, wordRulesKey } from "@/lib/moderation/word-rules/standing-rules";

/** How long a table may be, in characters. */
export const longestTable = 500_000;

/** Adds the rules of a table: all, or none where a line has a mistake. What stands already, for the same language and in the same place, is left as it is. */
export const importWordRules = command({
  name: "importWordRules",
  input: z.strictObject({ table: z.string("Choose a file, or paste a table.").max(longestTable, "This table is too long: half a million characters at most.").refine(isPlainText, "This holds characters that cannot be stored. Save the file as UTF-8.") }),
  ability: wordRulesChange,
  load: noSubject,
  async run({ tx, actor, now, record }, _, { table }) {
    const ids = new Map((await tx.select({ slug: sections.slug, id: sections.id }).from(sections)).map(({ slug, id }) => [slug, id]));
    const read = rulesFromCsv(table, [...ids.keys()]);
    if ("problems" in read) return fail(invalid("wrong_table", `Nothing was added. ${read.problems.join(" ")}`, { fields: { table: read.problems.join(" ") } }));
    // Of two imports of one table the second finds everything there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${wordRulesKey}))`);
    const keyOf = ({ kind, pattern, language, sectionId }: { kind: string; pattern: string; language: string | null; sectionId: string | null }) => JSON.stringify([kind, pattern, language, sectionId]);
    const standing = await tx.select({ kind: wordRules.kind, pattern: wordRules.pattern, language: wordRules.language, sectionId: wordRules.sectionId }).from(wordRules).where(isNull(wordRules.deletedAt));
    const known = new Set(standing.map(keyOf));
    const rules = read.rules.map(({ section, ...rule }) => ({ ...rule, sectionId: section === null ? null : (ids.get(section) ?? null) }));
    const added = rules.filter((rule) => !known.has(keyOf(rule)) && known.add(keyOf(rule)));
    const full = await tooMany(tx, added.map(({ kind }) => kind));
    if (full) return fail(full);
    const by = personIdOf(actor);
    if (added.length > 0) {
      await tx.insert(wordRules).values(added.map((rule) => ({ id: newId(), ...rule, createdBy: by, createdAt: now, changedBy: by, changedAt: now })));
      await rulesChanged(tx, now);
      await record({ name: "word_rule.added", subjectId: newId(), data: { imported: added.length } });
    }
    return ok({ added: added.length, known: read.rules.length - added.length });
  },
});
