import { and, asc, eq, gt, notInArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articleUpdates, proposals, proposalUpdates } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { appendUpdate, type CommittedCopy, committedCopy } from "@/lib/articles/update-log";
import { appendToProposal, proposalCopy } from "@/lib/proposals/proposal-log";

type Where = Database | Transaction;

/** Where a shared document is written down: a story's working copy, or a copy of one that somebody works on. */
export type WorkingLog = {
  /** For messages of failures. */
  name: string;
  /** Locks the row under which the log grows: until the end of the transaction nobody else appends to it. */
  lock(tx: Transaction): Promise<unknown>;
  /** All that has been committed. Throws where it cannot be read as a document. */
  read(tx: Where): Promise<CommittedCopy>;
  /** Commits one update and returns its number; null where nothing may be added any more. */
  append(tx: Where, update: { epoch: number; bytes: Uint8Array; authorId: string | null }): Promise<number | null>;
  /** What was committed after an update, but for these, in order. */
  later(tx: Where, epoch: number, than: number, without: readonly number[]): Promise<{ id: number; bytes: Uint8Array }[]>;
};

/** The log of a story's working copy. */
export const articleLog = (articleId: string): WorkingLog => ({
  name: `The working copy of article ${articleId}`,
  lock: (tx) => lockArticle(tx, { articleId }),
  read: (tx) => committedCopy(tx, articleId),
  append: (tx, update) => appendUpdate(tx, { articleId, ...update }),
  later: (tx, epoch, than, without) =>
    tx
      .select({ id: articleUpdates.id, bytes: articleUpdates.bytes })
      .from(articleUpdates)
      .where(and(eq(articleUpdates.articleId, articleId), eq(articleUpdates.epoch, epoch), gt(articleUpdates.id, than), notInArray(articleUpdates.id, [...without])))
      .orderBy(asc(articleUpdates.id)),
});

/** The log of a copy. */
export const proposalLog = (proposalId: string): WorkingLog => ({
  name: `The copy ${proposalId}`,
  lock: (tx) => tx.select({ id: proposals.id }).from(proposals).where(eq(proposals.id, proposalId)).for(rowLock),
  read: (tx) => proposalCopy(tx, proposalId),
  append: (tx, { bytes, authorId }) => appendToProposal(tx, { proposalId, bytes, authorId }),
  later: (tx, _epoch, than, without) =>
    tx
      .select({ id: proposalUpdates.id, bytes: proposalUpdates.bytes })
      .from(proposalUpdates)
      .where(and(eq(proposalUpdates.proposalId, proposalId), gt(proposalUpdates.id, than), notInArray(proposalUpdates.id, [...without])))
      .orderBy(asc(proposalUpdates.id)),
});
