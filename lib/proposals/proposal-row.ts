import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, proposals } from "@/db/schema";
import { type ArticleRow, lockArticle } from "@/lib/articles/article-row";
import type { GuardedProposal } from "@/lib/proposals/abilities";
import { isUuid } from "@/lib/kernel/uuid";

export type LoadedProposal = typeof proposals.$inferSelect & GuardedProposal & { article: ArticleRow };

/** A story's copy, locked for the rest of the transaction; null where the story has no such one. The story is locked first, as whatever else changes both does. */
export async function lockProposal(tx: Transaction, { articleId, proposalId }: { articleId: string; proposalId: string }): Promise<LoadedProposal | null> {
  const article = await lockArticle(tx, { articleId });
  const [row] = article ? await tx.select().from(proposals).where(and(eq(proposals.id, proposalId), eq(proposals.articleId, articleId))).for(rowLock) : [];
  return article && row ? { ...row, article } : null;
}

/** A copy with its story, to be looked at; null where there is none. Whether somebody may, the caller asks. */
export async function loadedProposal(db: Database | Transaction, proposalId: string): Promise<LoadedProposal | null> {
  if (!isUuid(proposalId)) return null;
  const [row] = await db.select({ proposal: proposals, article: articles }).from(proposals).innerJoin(articles, eq(articles.id, proposals.articleId)).where(eq(proposals.id, proposalId));
  return row ? { ...row.proposal, article: row.article } : null;
}
