import { asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, legalHolds, people, releasedHolds, revisions } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { commentLegalHold } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";
import { isUuid } from "@/lib/kernel/uuid";

/** A comment with what is needed to know it again. */
export type HeldComment = { id: string; name: string; status: CommentStatus; at: string; body: CommentBody; headline: string };
export type StandingHold = { comment: HeldComment; matter: string; by: string; at: string };
export type ReleasedHold = { id: string; commentId: string; headline: string; matter: string; placed: { by: string; at: string }; reason: string; released: { by: string; at: string } };
/** `asked` is the comment that shall be put under hold; null where none is named, or there is none to keep. */
export type LegalHolds = { standing: StandingHold[]; released: ReleasedHold[]; asked: (HeldComment & { kept: boolean }) | null };

/** More stand one beside the other in no newsroom; what was released before the last so many, the events tell. */
const most = 500;

/** Which comments are under a legal hold, from the oldest on, and which were, from the last released back; null for those who may not know. */
export async function theLegalHolds(actor: Actor, asked?: string): Promise<LegalHolds | null> {
  if (!commentLegalHold.check(actor, null)) return null;
  const db = appDatabase();
  const [placer, releaser] = [alias(people, "placer"), alias(people, "releaser")];
  const ofComment = { id: comments.id, name: comments.nameSnapshot, status: comments.status, createdAt: comments.createdAt, body: commentRevisions.body, headline: revisions.headline, draftHeadline: articles.draftHeadline };
  const [standing, released, [one]] = await Promise.all([
    db
      .select({ ...ofComment, matter: legalHolds.matter, by: placer.name, placedAt: legalHolds.placedAt })
      .from(legalHolds)
      .innerJoin(comments, eq(comments.id, legalHolds.commentId))
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .innerJoin(placer, eq(placer.id, legalHolds.placedBy))
      .orderBy(asc(legalHolds.placedAt), asc(legalHolds.commentId))
      .limit(most),
    db
      .select({ id: releasedHolds.id, commentId: releasedHolds.commentId, headline: revisions.headline, draftHeadline: articles.draftHeadline, matter: releasedHolds.matter, by: placer.name, placedAt: releasedHolds.placedAt, reason: releasedHolds.reason, releasedBy: releaser.name, releasedAt: releasedHolds.releasedAt })
      .from(releasedHolds)
      .innerJoin(comments, eq(comments.id, releasedHolds.commentId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .innerJoin(placer, eq(placer.id, releasedHolds.placedBy))
      .innerJoin(releaser, eq(releaser.id, releasedHolds.releasedBy))
      .orderBy(desc(releasedHolds.releasedAt), desc(releasedHolds.id))
      .limit(most),
    asked && isUuid(asked)
      ? db
          .select({ ...ofComment, held: legalHolds.commentId })
          .from(comments)
          .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
          .innerJoin(discussions, eq(discussions.id, comments.discussionId))
          .innerJoin(articles, eq(articles.id, discussions.articleId))
          .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
          .leftJoin(legalHolds, eq(legalHolds.commentId, comments.id))
          .where(eq(comments.id, asked))
      : [],
  ]);
  const shown = ({ id, name, status, createdAt, body, headline, draftHeadline }: Omit<NonNullable<typeof one>, "held">): HeldComment => ({ id, name, status, at: createdAt.toISOString(), body, headline: headline ?? draftHeadline });
  return {
    standing: standing.map((row) => ({ comment: shown(row), matter: row.matter, by: row.by, at: row.placedAt.toISOString() })),
    released: released.map(({ id, commentId, headline, draftHeadline, matter, by, placedAt, reason, releasedBy, releasedAt }) => ({ id, commentId, headline: headline ?? draftHeadline, matter, placed: { by, at: placedAt.toISOString() }, reason, released: { by: releasedBy, at: releasedAt.toISOString() } })),
    asked: one && one.status !== "purged" ? { ...shown(one), kept: one.held !== null } : null,
  };
}

/** The comment that somebody names by its id, or by any address in which it stands: of its page, of the story with the comment's mark, or of the console. */
export function commentIdIn(typed: string): string | null {
  const found = typed.toLowerCase().match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g);
  return found?.at(-1) ?? null;
}
