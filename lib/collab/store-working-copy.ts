import { and, desc, eq, isNotNull } from "drizzle-orm";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, articleUpdates, revisions } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { committedContent, projectDraft, storeSnapshot } from "@/lib/articles/update-log";
import { autosaveEvery } from "@/lib/collab/limits";
import { soundCopy } from "@/lib/collab/sound-copy";
import { articleLog } from "@/lib/collab/working-log";
import type { Actor } from "@/lib/core/actor";
import { contentHash } from "@/lib/content/content-hash";
import type { StoryContent } from "@/lib/content/document";
import { readWorkingCopy } from "@/lib/content/working-copy";
import { machineNow } from "@/lib/kernel/clock";
import { settleAnchors } from "@/lib/notes/settle-anchors";

/** Refreshes the projection alone, for what cannot wait for a pause in the writing. */
export async function projectWorkingCopy(articleId: string): Promise<void> {
  await appDatabase().transaction(async (tx) => {
    await lockArticle(tx, { articleId });
    await projectDraft(tx, articleId, await committedContent(tx, articleId));
  });
}

/** As publishing leaves a story: with the address that it was given, and without empty lines. Whoever leaves a story after that has changed nothing. */
const settled = (content: StoryContent, slug: string): StoryContent => ({ ...content, slug: content.slug || slug, body: { ...content.body, content: content.body.content.filter((block) => block.type !== "paragraph" || (block.content ?? []).length > 0) } });

/**
 * Refreshes what hangs on the log: snapshot, projection with who wrote last, where notes stand, and an automatic revision after ten minutes of change or when the last
 * editor leaves. Reads the log itself, under the article's row lock, and never what lies in memory: nothing uncommitted can be stored,
 * nothing committed can be skipped, and a document that failed to load can never be stored as blank. What two processes left unsound is made
 * sound first, and that written down.
 */
export async function storeWorkingCopy(articleId: string, editor: Actor, occasion: "pause" | "everybody left"): Promise<void> {
  await appDatabase().transaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for(rowLock);
    if (!article) return;
    const { doc, epoch, throughUpdate, formatBefore } = await soundCopy(tx, articleLog(articleId));
    const content = readWorkingCopy(doc, formatBefore);
    const state = Y.encodeStateAsUpdate(doc);
    const now = machineNow();
    if (content) await settleAnchors(tx, articleId, doc, now);
    doc.destroy();
    if (!content) throw new Error(`The working copy of article ${articleId} is not a story.`);
    await storeSnapshot(tx, articleId, epoch, state, throughUpdate);
    const [written] = await tx.select({ by: articleUpdates.authorId, at: articleUpdates.createdAt }).from(articleUpdates).where(and(eq(articleUpdates.articleId, articleId), isNotNull(articleUpdates.authorId))).orderBy(desc(articleUpdates.id)).limit(1);
    // Whoever only looked in edited nothing.
    await projectDraft(tx, articleId, content, written && written.at > article.draftEditedAt ? written : undefined);
    const [last] = await tx.select({ createdAt: revisions.createdAt, hash: revisions.hash, slug: revisions.slug }).from(revisions).where(eq(revisions.articleId, articleId)).orderBy(desc(revisions.seq)).limit(1);
    const since = now.getTime() - (last?.createdAt ?? article.createdAt).getTime();
    if (last && last.hash === contentHash(settled(content, last.slug))) return;
    if (occasion === "everybody left" || since >= autosaveEvery) await cutRevision(tx, editor, now, articleId, content, { kind: "auto" });
  });
}
