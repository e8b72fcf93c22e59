import { and, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { articleLikeness, articles } from "@/db/schema";
import type { ArticleRow } from "@/lib/articles/article-row";
import { mostAlike } from "@/lib/articles/likeness";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { type Ability, nothing } from "@/lib/policy/ability";

const byJob: Ability<Pick<ArticleRow, "id">> = { name: "article.keep_likeness", check: (actor) => actor.kind === "system", where: (actor) => (actor.kind === "system" ? undefined : nothing) };

/**
 * Keeps which stories a story is most like, in both directions: what came before it leads to it too. Of each story the few most alike
 * stay. Says which stories lead elsewhere now.
 */
export const keepLikeness = command({
  name: "keepLikeness",
  input: z.strictObject({ articleId: z.uuid(), others: z.array(z.strictObject({ id: z.uuid(), likeness: z.number().positive() })).max(mostAlike) }),
  ability: byJob,
  async load(tx, { articleId }) {
    const [row] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId));
    return row ?? null;
  },
  async run({ tx, record }, { id }, { others }) {
    // Whoever it was like before may not be like it any more: that is taken back in both directions, too.
    const former = await tx.select({ id: articleLikeness.articleId }).from(articleLikeness).where(eq(articleLikeness.otherId, id));
    const touched = [...new Set([id, ...others.map((other) => other.id), ...former.map((other) => other.id)])].sort();
    // In their order, so that two jobs about the same stories wait for each other and never both.
    for (const one of touched) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one}, 4))`);
    await tx.delete(articleLikeness).where(or(eq(articleLikeness.articleId, id), eq(articleLikeness.otherId, id)));
    if (others.length > 0) {
      const pairs = others.flatMap((other) => [{ articleId: id, otherId: other.id, likeness: other.likeness }, { articleId: other.id, otherId: id, likeness: other.likeness }]);
      await tx.insert(articleLikeness).values(pairs).onConflictDoUpdate({ target: [articleLikeness.articleId, articleLikeness.otherId], set: { likeness: sql`excluded.likeness` } });
      const ranked = sql`(select article_id, other_id from (select article_id, other_id, row_number() over (partition by article_id order by likeness desc, other_id desc) as place from ${articleLikeness} where ${inArray(articleLikeness.articleId, touched)}) as each where place > ${mostAlike})`;
      await tx.delete(articleLikeness).where(and(inArray(articleLikeness.articleId, touched), sql`(article_id, other_id) in ${ranked}`));
    }
    await record({ name: "article.likened", subjectId: id, data: { articles: touched } });
    return ok({ kept: others.length });
  },
});
