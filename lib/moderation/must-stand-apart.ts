import { and, eq, sql } from "drizzle-orm";
import { articles, commentReports, type comments, revisions } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";
import { type Failure, forbidden } from "@/lib/kernel/failure";
import { anotherModerator } from "@/lib/moderation/another-moderator";

type Subject = { comment: Pick<typeof comments.$inferSelect, "id" | "authorId" | "reportCount">; articleId: string };

/**
 * Why somebody may not decide about this comment though she decides about others: she wrote it; or it is reported as personal abuse under a
 * story of hers, so that it may be about her, and somebody else could decide. Null: she may.
 */
export async function mustStandApart({ tx, actor }: Pick<CommandContext, "tx" | "actor">, { comment, articleId }: Subject): Promise<Failure | null> {
  const by = personIdOf(actor);
  if (by === null) return null;
  if (comment.authorId === by) return forbidden("own_comment", "You wrote this comment: somebody else decides.");
  if (comment.reportCount === 0) return null;
  const [abused] = await tx
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, comment.id), eq(commentReports.outcome, "pending"), eq(commentReports.reason, "abuse")))
    .limit(1);
  if (!abused) return null;
  const [own] = await tx
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(and(eq(articles.id, articleId), sql`${revisions.bylines} @> ${JSON.stringify([{ personId: by }])}::text::jsonb`));
  return own && (await anotherModerator(tx, by)) ? forbidden("about_oneself", "This is reported as abuse under a story of yours: somebody else decides.") : null;
}
