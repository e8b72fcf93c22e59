import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { articles, events, relatedPicks } from "@/db/schema";
import { articleEdit, articlePublish } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { ChooseRelatedInput } from "@/lib/articles/inputs";
import { command } from "@/lib/core/command";
import { conflict, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { lastWho } from "@/lib/settings/changed-meanwhile";

const unknown = "One of these stories is not there any more.";

/**
 * Says what to read after a story, in this order, in place of what was chosen before. Not part of any version: readers of a public story
 * see it at once, and of what was chosen what is public then. Fails with `changed_meanwhile`, who and when, where others were chosen since
 * those that were seen; its `current` are the ids that stand, in their order.
 */
export const chooseRelated = command({
  name: "chooseRelated",
  input: ChooseRelatedInput,
  ability: articlePublish,
  load: lockArticle,
  async run({ tx, actor, record }, { id: articleId }, { related, seen }) {
    if (related.includes(articleId)) return fail(invalid("itself", "A story does not lead to itself.", { fields: { related: "A story does not lead to itself." } }));
    const standing = (await tx.select({ id: relatedPicks.relatedId }).from(relatedPicks).where(eq(relatedPicks.articleId, articleId)).orderBy(asc(relatedPicks.position))).map(({ id }) => id);
    if (same(standing, related)) return ok({ related });
    if (!same(standing, seen)) {
      const { by, when } = await lastWho(tx, and(eq(events.name, "article.related_chosen"), eq(events.subjectId, articleId)));
      return fail(conflict("changed_meanwhile", `${by} chose others meanwhile (${when}), and nothing of yours was saved yet. Yours still stand here.`, { current: standing }));
    }
    // What somebody may not see is not there for her, unless a colleague chose it before.
    const known = related.length > 0 ? await tx.select({ id: articles.id }).from(articles).where(and(inArray(articles.id, related), or(isNotNull(articles.publishedRevisionId), inArray(articles.id, standing), articleEdit.where(actor) ?? sql`true`))) : [];
    if (known.length < related.length) return fail(invalid("no_story", unknown, { fields: { related: unknown } }));
    await tx.delete(relatedPicks).where(eq(relatedPicks.articleId, articleId));
    if (related.length > 0) await tx.insert(relatedPicks).values(related.map((relatedId, position) => ({ articleId, relatedId, position })));
    await record({ name: "article.related_chosen", subjectId: articleId, data: { related } });
    return ok({ related });
  },
});

const same = (left: readonly string[], right: readonly string[]) => left.join() === right.join();
