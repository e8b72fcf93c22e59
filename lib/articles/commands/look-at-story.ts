import { and, desc, eq, lte } from "drizzle-orm";
import { articles, revisions, storyLooks } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { LookInput } from "@/lib/articles/inputs";
import { command } from "@/lib/core/command";
import { invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Remembers that a person has this story before her eyes now, and which version is its newest: what others change afterwards she is shown
 * as new. With `shown`, that she saw it as it was then; a later look stays. Refused where that version is not of this story. No event: who read what is nobody's business but her own.
 */
export const lookAtStory = command({
  name: "lookAtStory",
  input: LookInput,
  ability: articleEdit,
  async load(tx, { articleId }) {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
    return article ?? null;
  },
  async run({ tx, actor, now }, article, { shown }) {
    if (actor.kind !== "person") return fail(invalid("nobody_looks", "Only people look at stories."));
    const [newest] = await tx.select({ id: revisions.id }).from(revisions).where(and(eq(revisions.articleId, article.id), shown?.revisionId ? eq(revisions.id, shown.revisionId) : undefined)).orderBy(desc(revisions.seq)).limit(1);
    if (shown?.revisionId && !newest) return fail(notFound("no_revision", "This story has no such version."));
    const look = shown ? { revisionId: shown.revisionId, lookedAt: shown.at < now ? shown.at : now } : { revisionId: newest?.id ?? null, lookedAt: now };
    await tx.insert(storyLooks).values({ personId: actor.personId, articleId: article.id, ...look }).onConflictDoUpdate({ target: [storyLooks.personId, storyLooks.articleId], set: look, setWhere: lte(storyLooks.lookedAt, look.lookedAt) });
    return ok({ revisionId: look.revisionId });
  },
});
