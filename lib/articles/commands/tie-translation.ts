import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, articleTranslations } from "@/db/schema";
import { languages } from "@/db/vocabulary";
import { articleEdit, articlePublish } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { TieTranslationInput } from "@/lib/articles/inputs";
import { command } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Says of a story that it says the same as another in another language, or, without another, that it stands alone again. Whoever is tied to
 * one of a family is tied to all of it. Not part of any version: readers of public stories see it at once. Fails with `itself`, with
 * `no_story` where the other is not there for this person, with `not_yours` where she may not publish each of those that it would be tied to,
 * and with `same_language` where the family has a story in this language already.
 */
export const tieTranslation = command({
  name: "tieTranslation",
  input: TieTranslationInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, record }, { id, draftLanguage }, { otherId }) {
    const refused = (reason: string, problem: string) => fail(invalid(reason, problem, { fields: { otherId: problem } }));
    if (otherId === id) return refused("itself", "A story is no translation of itself.");
    // Families are few and change seldom: one at a time, so that two who tie the same stories never wait for each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('article_translations', 0))`);
    const left = await familyOf(tx, id);
    if (otherId === null && left.members.length === 0) return ok({ family: [] });
    if (otherId !== null && left.members.includes(otherId)) return ok({ family: left.members });
    const joined = otherId === null ? null : await familyOf(tx, otherId);
    if (otherId !== null) {
      const [other] = await tx.select({ id: articles.id }).from(articles).where(and(eq(articles.id, otherId), or(isNotNull(articles.publishedRevisionId), articleEdit.where(actor) ?? sql`true`)));
      if (!other) return refused("no_story", "There is no such story.");
      const others = await tx.select().from(articles).where(inArray(articles.id, [otherId, ...(joined?.members ?? [])]));
      if (!others.every((story) => articlePublish.check(actor, story))) return refused("not_yours", "Its readers would see this story named there at once. Somebody who may publish each of the stories that say the same ties them.");
      // Whoever comes this far may read each of them, what is not public too.
      const same = others.find((story) => story.draftLanguage === draftLanguage);
      if (same) return refused("same_language", `“${same.draftHeadline || "Without a headline"}” is in ${languages[draftLanguage].name} too: say first in which language this story is.`);
    }
    await tx.delete(articleTranslations).where(eq(articleTranslations.articleId, id));
    const rest = left.members.filter((member) => member !== id);
    // One that is left alone is nobody's translation.
    if (rest.length === 1) await tx.delete(articleTranslations).where(inArray(articleTranslations.articleId, rest));
    if (otherId !== null) {
      const familyId = joined?.familyId ?? newId();
      await tx.insert(articleTranslations).values([id, ...(joined?.familyId ? [] : [otherId])].map((articleId) => ({ articleId, familyId })));
    }
    const family = otherId === null ? [] : [...new Set([id, otherId, ...(joined?.members ?? [])])];
    await record({ name: "article.translation_tied", subjectId: id, data: { otherId, family: [...new Set([id, ...rest, ...family])] } });
    return ok({ family });
  },
});

async function familyOf(tx: Transaction, articleId: string): Promise<{ familyId: string | null; members: string[] }> {
  const rows = await tx
    .select({ articleId: articleTranslations.articleId, familyId: articleTranslations.familyId })
    .from(articleTranslations)
    .where(sql`${articleTranslations.familyId} = (select own.family_id from ${articleTranslations} as own where own.article_id = ${articleId})`);
  return { familyId: rows[0]?.familyId ?? null, members: rows.map((row) => row.articleId) };
}
