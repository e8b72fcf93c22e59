import { and, asc, eq, gt, sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Database, Transaction } from "@/db/client";
import type { StoryFormat } from "@/db/vocabulary";
import { articleDocuments, articles, articleUpdates } from "@/db/schema";
import { publicForm } from "@/lib/articles/checks";
import { headWords } from "@/lib/articles/head-words";
import { bodyWords } from "@/lib/content/to-text";
import { contentHash } from "@/lib/content/content-hash";
import type { StoryContent } from "@/lib/content/document";
import { schemaVersion } from "@/lib/content/schema";
import { readMended } from "@/lib/content/sound-copy";

/** A working copy as committed: the document, the last update it contains, and the format it has while it says none itself. */
export type CommittedCopy = { doc: Y.Doc; epoch: number; throughUpdate: number; formatBefore: StoryFormat };

/**
 * The working copy from its log: snapshot plus later updates. What this returns is exactly what has been acknowledged to anybody.
 * Throws where the log cannot be read as a document: a damaged copy must never pass for an empty one.
 */
export async function committedCopy(tx: Database | Transaction, articleId: string): Promise<CommittedCopy> {
  const snapshotOf = and(eq(articleDocuments.articleId, articles.id), eq(articleDocuments.epoch, articles.epoch));
  const laterThan = and(eq(articleUpdates.articleId, articles.id), eq(articleUpdates.epoch, articles.epoch), gt(articleUpdates.id, sql`coalesce(${articleDocuments.throughUpdate}, 0)`));
  // In one question: between two, a new snapshot could swallow updates that neither answer would hold. The snapshot stands in the first row alone.
  const rows = await tx
    .select({
      epoch: articles.epoch,
      formatBefore: articles.draftFormat,
      state: sql`case when row_number() over (order by ${articleUpdates.id}) = 1 then ${articleDocuments.state} end`.mapWith(articleDocuments.state),
      throughUpdate: articleDocuments.throughUpdate,
      update: { id: articleUpdates.id, bytes: articleUpdates.bytes },
    })
    .from(articles)
    .leftJoin(articleDocuments, snapshotOf)
    .leftJoin(articleUpdates, laterThan)
    .where(eq(articles.id, articleId))
    .orderBy(asc(articleUpdates.id));
  const [article] = rows;
  if (!article) throw new Error(`There is no article ${articleId}.`);
  const later = rows.flatMap((row) => row.update ?? []);
  const state: Uint8Array | null = article.state;
  if (!state && later.length === 0) throw new Error(`The working copy of article ${articleId} has no log.`);
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  for (const update of later) Y.applyUpdate(doc, update.bytes);
  return { doc, epoch: article.epoch, formatBefore: article.formatBefore, throughUpdate: later.at(-1)?.id ?? article.throughUpdate ?? 0 };
}

/** The story as it stands in the committed working copy. What two processes left unsound is read as it will be settled; written down is that when somebody opens or stores it. */
export async function committedContent(tx: Database | Transaction, articleId: string): Promise<StoryContent> {
  const { doc, formatBefore } = await committedCopy(tx, articleId);
  const content = readMended(doc, formatBefore);
  doc.destroy();
  if (!content) throw new Error(`The working copy of article ${articleId} is not a story.`);
  return content;
}

export type NewUpdate = { articleId: string; epoch: number; bytes: Uint8Array; authorId: string | null; clientId?: number | null; clientClock?: number | null; at?: Date };

/**
 * Appends to the log and returns the update's number: committed means saved. The article's row is locked before the number is drawn, so
 * that numbers are committed in order and a snapshot can never skip one. Null where the epoch is over or the article is gone.
 */
export async function appendUpdate(tx: Database | Transaction, update: NewUpdate): Promise<number | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    with locked as (select id from articles where id = ${update.articleId} and epoch = ${update.epoch} for no key update)
    insert into article_updates (article_id, epoch, client_id, client_clock, bytes, author_id, created_at)
    select id, ${update.epoch}::int, ${update.clientId ?? null}::bigint, ${update.clientClock ?? null}::bigint, ${Buffer.from(update.bytes)}::bytea, ${update.authorId}::uuid,
      coalesce(${update.at?.toISOString() ?? null}::timestamptz, now())
    from locked
    returning id`);
  return rows[0] ? Number(rows[0].id) : null;
}

/** Refreshes the snapshot, a cache of the log; an older one never replaces a newer one. */
export async function storeSnapshot(tx: Database | Transaction, articleId: string, epoch: number, state: Uint8Array, throughUpdate: number): Promise<void> {
  await tx
    .insert(articleDocuments)
    .values({ articleId, epoch, state, throughUpdate })
    .onConflictDoUpdate({
      target: articleDocuments.articleId,
      set: { epoch, state, throughUpdate, storedAt: sql`now()` },
      setWhere: sql`(${articleDocuments.epoch}, ${articleDocuments.throughUpdate}) <= (${epoch}, ${throughUpdate})`,
    });
}

/** What desk lists show of a working copy, as columns of its story. Never read by a public query. `slug` is the one that the story has. */
export function projectionOf(content: StoryContent, slug: string | null): Partial<typeof articles.$inferInsert> {
  return {
    draftHeadline: content.headline,
    draftKicker: content.kicker,
    draftSlug: content.slug,
    // A section that was deleted meanwhile must not keep the text from being projected.
    draftSectionId: content.sectionId ? (sql`(select id from sections where id = ${content.sectionId})` as unknown as string) : null,
    draftLanguage: content.language,
    draftFormat: content.format,
    draftWords: bodyWords(content.body),
    draftPeople: [...new Set(content.bylines.flatMap((byline) => byline.personId ?? []))],
    draftSearch: headWords(content) as unknown as string,
    draftHash: contentHash(publicForm(content, slug)),
    schemaVersion,
  };
}

/** Writes the projection of a working copy that was changed, and who changed it last. */
export async function projectDraft(tx: Database | Transaction, articleId: string, content: StoryContent, edited?: { by: string | null; at: Date }): Promise<void> {
  const [article] = await tx.select({ slug: articles.slug }).from(articles).where(eq(articles.id, articleId));
  await tx
    .update(articles)
    .set({ ...projectionOf(content, article?.slug ?? null), ...(edited ? { draftEditedAt: edited.at, draftEditedBy: edited.by } : {}) })
    .where(eq(articles.id, articleId));
}
