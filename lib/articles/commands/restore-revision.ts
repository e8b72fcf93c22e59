import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { contentOf, cutRevision } from "@/lib/articles/cut-revision";
import { RestoreInput, RewriteInput } from "@/lib/articles/inputs";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { standingNotes } from "@/lib/articles/recorded-corrections";
import { committedContent } from "@/lib/articles/update-log";
import { withNotes } from "@/lib/content/correction-notes";
import type { StoryContent } from "@/lib/content/document";
import { command } from "@/lib/core/command";
import { notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Brings an earlier revision back into the working copy as a structural merge: what is the same stays, what people are typing stays,
 * nothing doubles. Corrections that went out since stay. What stood before is kept as a revision first. Readers notice nothing until somebody publishes.
 */
export const restoreRevision = command({
  name: "restoreRevision",
  input: RestoreInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const [target] = await tx.select().from(revisions).where(and(eq(revisions.id, input.revisionId), eq(revisions.articleId, article.id)));
    if (!target) return fail(notFound("no_revision", "This story has no such version."));
    await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "pre_restore" });
    const content = await keepingNotes(tx, article.id, contentOf(target));
    const updateId = await mergeIntoLog(tx, actor, now, article.id, content);
    const kept = await cutRevision(tx, actor, now, article.id, content, { kind: "restore", label: `version ${target.seq}`, restoredFrom: target.id });
    await tx.update(articles).set({ version: sql`${articles.version} + 1` }).where(eq(articles.id, article.id));
    await record({ name: "article.restored", subjectId: article.id, data: { revisionId: target.id, seq: target.seq, updateId } });
    return ok({ seq: kept?.seq ?? null });
  },
});

/** Writes given content into the working copy by the same merge: imports and the demo newsroom edit stories this way. */
export const rewriteWorkingCopy = command({
  name: "rewriteWorkingCopy",
  input: RewriteInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const updateId = await mergeIntoLog(tx, actor, now, article.id, await keepingNotes(tx, article.id, input.content));
    await record({ name: "article.revision_kept", subjectId: article.id, data: { updateId } });
    return ok({});
  },
});

async function keepingNotes(tx: Transaction, articleId: string, content: StoryContent): Promise<StoryContent> {
  return { ...content, body: withNotes(content.body, await standingNotes(tx, articleId)) };
}
