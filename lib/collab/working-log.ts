import { and, asc, eq, gt } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articleUpdates, proposalUpdates } from "@/db/schema";
import { appendUpdate, type CommittedCopy, committedCopy } from "@/lib/articles/update-log";
import { appendToProposal, proposalCopy } from "@/lib/proposals/proposal-log";

/** Where a shared document is written down: a story's working copy, or a copy of one that somebody works on. */
export type WorkingLog = {
  /** For messages of failures. */
  name: string;
  /** All that has been committed. Throws where it cannot be read as a document. */
  read(): Promise<CommittedCopy>;
  /** Commits one update and returns its number; null where nothing may be added any more. */
  append(update: { epoch: number; bytes: Uint8Array; authorId: string | null }): Promise<number | null>;
  /** What was committed after an update, in order. */
  later(epoch: number, than: number): Promise<{ id: number; bytes: Uint8Array }[]>;
};

/** The log of a story's working copy. */
export const articleLog = (articleId: string): WorkingLog => ({
  name: `The working copy of article ${articleId}`,
  read: () => committedCopy(appDatabase(), articleId),
  append: (update) => appendUpdate(appDatabase(), { articleId, ...update }),
  later: (epoch, than) =>
    appDatabase()
      .select({ id: articleUpdates.id, bytes: articleUpdates.bytes })
      .from(articleUpdates)
      .where(and(eq(articleUpdates.articleId, articleId), eq(articleUpdates.epoch, epoch), gt(articleUpdates.id, than)))
      .orderBy(asc(articleUpdates.id)),
});

/** The log of a copy. */
export const proposalLog = (proposalId: string): WorkingLog => ({
  name: `The copy ${proposalId}`,
  read: () => proposalCopy(appDatabase(), proposalId),
  append: ({ bytes, authorId }) => appendToProposal(appDatabase(), { proposalId, bytes, authorId }),
  later: (_epoch, than) =>
    appDatabase()
      .select({ id: proposalUpdates.id, bytes: proposalUpdates.bytes })
      .from(proposalUpdates)
      .where(and(eq(proposalUpdates.proposalId, proposalId), gt(proposalUpdates.id, than)))
      .orderBy(asc(proposalUpdates.id)),
});
