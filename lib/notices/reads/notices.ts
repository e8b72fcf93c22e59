import { and, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, comments, discussions, noticeChoices, notices, revisions, threadFollows } from "@/db/schema";
import type { CommentStatus, Language, NoticeKind, NoticePace } from "@/db/vocabulary";
import { isVisible } from "@/lib/comments/comment";
import type { PersonActor } from "@/lib/core/actor";
import { choicesFrom, type NoticeChoices } from "@/lib/notices/choices";

/** `name` and `path` are null where readers do not see the comment any more. */
export type NoticeRow = { id: string; kind: NoticeKind; status: CommentStatus; fresh: boolean; at: string; name: string | null; headline: string; path: string | null };
/** `quiet`: she is told of nothing in it. */
export type FollowedThread = { rootId: string; quiet: boolean; name: string | null; headline: string; path: string | null };
export type OwnNews = { rows: NoticeRow[]; choices: NoticeChoices; pace: NoticePace; language: Language | null; follows: FollowedThread[] };

const most = 50;

/** How much of what stands on her page somebody has not seen. */
export async function unseenNews(personId: string): Promise<number> {
  const [row] = await appDatabase().select({ number: count() }).from(notices).where(and(eq(notices.personId, personId), eq(notices.here, true), isNull(notices.readAt)));
  return row?.number ?? 0;
}

/** What somebody is told of on her account's page, newest first, what she chose, and the threads that she follows. Of stories that are not public nothing is said. */
export async function ownNews(actor: PersonActor): Promise<OwnNews> {
  const db = appDatabase();
  const me = actor.personId;
  const [rows, [chosen], followed] = await Promise.all([
    db
      .select({ id: notices.id, kind: notices.kind, told: notices.status, readAt: notices.readAt, at: notices.createdAt, commentId: comments.id, status: comments.status, name: comments.nameSnapshot, headline: revisions.headline })
      .from(notices)
      .innerJoin(comments, eq(comments.id, notices.commentId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .where(and(eq(notices.personId, me), eq(notices.here, true)))
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(most),
    db.select().from(noticeChoices).where(eq(noticeChoices.personId, me)),
    db
      .select({ rootId: comments.id, name: comments.nameSnapshot, status: comments.status, headline: revisions.headline, quiet: threadFollows.quiet })
      .from(threadFollows)
      .innerJoin(comments, eq(comments.id, threadFollows.rootId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .where(and(eq(threadFollows.personId, me), isNotNull(articles.publishedRevisionId)))
      .orderBy(desc(threadFollows.createdAt))
      .limit(most * 4),
  ]);
  return {
    rows: rows.map(({ id, kind, told, readAt, at, commentId, status, name, headline }) => ({ id, kind, status: told, fresh: readAt === null, at: at.toISOString(), name: isVisible(status) ? name : null, headline, path: isVisible(status) ? placeOf(commentId) : null })),
    choices: choicesFrom(chosen?.choices),
    pace: chosen?.pace ?? "soon",
    language: chosen?.language ?? null,
    follows: followed.map(({ rootId, name, status, headline, quiet }) => ({ rootId, quiet, name: isVisible(status) ? name : null, headline: headline ?? "", path: isVisible(status) ? placeOf(rootId) : null })),
  };
}

const placeOf = (commentId: string) => `/comments/at/${commentId}#comment-${commentId}`;
