import { and, eq, gt, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, commentConfirmations, commentRevisions, comments, discussions, revisions } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import type { CommentBody } from "@/lib/content/comment-body";
import { tokenHash } from "@/lib/kernel/ids";

/** A guest's comment that waits to be confirmed. `headline` is null where the story is not public. */
export type CommentToConfirm = { name: string; body: CommentBody; /** As it was typed. */ source: string; language: Language; headline: string | null };

/** The comment behind a mailed link; null where that is spent, over or wrong. */
export async function commentToConfirm(token: string): Promise<CommentToConfirm | null> {
  const [row] = await appDatabase()
    .select({ name: comments.nameSnapshot, body: commentRevisions.body, source: commentRevisions.source, headline: revisions.headline, language: revisions.language, lastLanguage: articles.draftLanguage })
    .from(commentConfirmations)
    .innerJoin(comments, and(eq(comments.id, commentConfirmations.commentId), eq(comments.status, "unverified")))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(eq(commentConfirmations.tokenHash, tokenHash(token)), gt(commentConfirmations.expiresAt, sql`now()`)));
  return row ? { name: row.name, body: row.body, source: row.source, headline: row.headline, language: row.language ?? row.lastLanguage } : null;
}
