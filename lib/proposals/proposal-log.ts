import { and, asc, eq, gt, sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Database, Transaction } from "@/db/client";
import { proposalDocuments, proposals, proposalUpdates } from "@/db/schema";
import type { CommittedCopy } from "@/lib/articles/update-log";
import type { StoryContent } from "@/lib/content/document";
import { readMended } from "@/lib/content/sound-copy";

/** A copy lives once: what was seeded is what is written on. */
export const proposalEpoch = 1;

/** A copy's document from its log: snapshot plus later updates, exactly what has been acknowledged. Throws where there is none. */
export async function proposalCopy(tx: Database | Transaction, proposalId: string): Promise<CommittedCopy> {
  const later = and(eq(proposalUpdates.proposalId, proposals.id), gt(proposalUpdates.id, sql`coalesce(${proposalDocuments.throughUpdate}, 0)`));
  // In one question: between two, a new snapshot could swallow updates that neither answer would hold.
  const rows = await tx
    .select({
      state: sql`case when row_number() over (order by ${proposalUpdates.id}) = 1 then ${proposalDocuments.state} end`.mapWith(proposalDocuments.state),
      throughUpdate: proposalDocuments.throughUpdate,
      update: { id: proposalUpdates.id, bytes: proposalUpdates.bytes },
    })
    .from(proposals)
    .leftJoin(proposalDocuments, eq(proposalDocuments.proposalId, proposals.id))
    .leftJoin(proposalUpdates, later)
    .where(eq(proposals.id, proposalId))
    .orderBy(asc(proposalUpdates.id));
  const updates = rows.flatMap((row) => row.update ?? []);
  const state: Uint8Array | null | undefined = rows[0]?.state;
  if (!state && updates.length === 0) throw new Error(`The copy ${proposalId} has no log.`);
  const doc = new Y.Doc();
  if (state) Y.applyUpdate(doc, state);
  for (const update of updates) Y.applyUpdate(doc, update.bytes);
  return { doc, epoch: proposalEpoch, formatBefore: "news", throughUpdate: updates.at(-1)?.id ?? rows[0]?.throughUpdate ?? 0 };
}

/** What a copy says. What two processes left unsound is read as it would be settled. */
export async function proposalContent(tx: Database | Transaction, proposalId: string): Promise<StoryContent> {
  const { doc } = await proposalCopy(tx, proposalId);
  const content = readMended(doc);
  doc.destroy();
  if (!content) throw new Error(`The copy ${proposalId} is not a story.`);
  return content;
}

/**
 * Appends to a copy's log and returns the update's number: committed means saved. The copy's row is locked before the number is drawn, so that
 * numbers are committed in order. Null where it is not being written any more: what was sent stays as it was sent.
 */
export async function appendToProposal(tx: Database | Transaction, update: { proposalId: string; bytes: Uint8Array; authorId: string | null }): Promise<number | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    with locked as (select id from proposals where id = ${update.proposalId} and state = 'open' for no key update)
    insert into proposal_updates (proposal_id, bytes, author_id, created_at)
    select id, ${Buffer.from(update.bytes)}::bytea, ${update.authorId}::uuid, now() from locked
    returning id`);
  return rows[0] ? Number(rows[0].id) : null;
}

/** Refreshes the snapshot, a cache of the log; an older one never replaces a newer one. */
export async function storeProposal(tx: Database | Transaction, proposalId: string): Promise<void> {
  const { doc, throughUpdate } = await proposalCopy(tx, proposalId);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  await tx
    .insert(proposalDocuments)
    .values({ proposalId, state, throughUpdate })
    .onConflictDoUpdate({ target: proposalDocuments.proposalId, set: { state, throughUpdate, storedAt: sql`now()` }, setWhere: sql`${proposalDocuments.throughUpdate} <= ${throughUpdate}` });
}
