import { and, asc, desc, eq, gt, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, revisions, sections } from "@/db/schema";
import type { CommentStatus } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentModerate } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";

/** One voice of a thread. `to` names whom it answers where that is not the one above it. */
export type Voice = { id: string; name: string; at: string; status: CommentStatus; to: string | null; body: CommentBody };
/** A comment amid its thread: what opens it, what it answers, and what readers see before and after it. */
export type Conversation = { commentId: string; story: { id: string; headline: string; standfirst: string; path: string | null }; voices: Voice[]; earlier: boolean; later: boolean };

const around = 8;

/** The thread around a comment as readers see it, with the comment itself wherever it stands; nothing for those who do not moderate, or where there is no such comment. */
export async function conversationOf(actor: Actor, commentId: string): Promise<Conversation | null> {
  if (!commentModerate.check(actor, null)) return null;
  const db = appDatabase();
  const [found] = await db
    .select({ comment: comments, articleId: articles.id, headline: revisions.headline, standfirst: revisions.standfirst, draftHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug })
    .from(comments)
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(comments.id, commentId), ne(comments.status, "unverified")));
  if (!found) return null;
  const { comment } = found;
  const parent = alias(comments, "parent");
  const voices = () => db.select({ id: comments.id, name: comments.nameSnapshot, at: comments.createdAt, status: comments.status, body: commentRevisions.body, parentId: comments.parentId, to: parent.nameSnapshot }).from(comments).innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId)).leftJoin(parent, eq(parent.id, comments.parentId)).$dynamic();
  // In the words of the index of replies, so that a long thread is walked from this comment on.
  const seen = and(eq(comments.rootId, comment.rootId), gt(comments.depth, 0), sql`(${comments.status} in ('published', 'approved', 'hidden') or ${comments.replyCount} > 0)`, ne(comments.id, comment.id), isNotNull(comments.parentId));
  const beside = (than: typeof lt | typeof gt) => or(than(comments.createdAt, comment.createdAt), and(eq(comments.createdAt, comment.createdAt), than(comments.id, comment.id)));
  const [pinned, before, after] = await Promise.all([
    voices().where(inArray(comments.id, [comment.id, comment.rootId, ...(comment.parentId ? [comment.parentId] : [])])),
    voices().where(and(seen, beside(lt))).orderBy(desc(comments.createdAt), desc(comments.id)).limit(around + 1),
    voices().where(and(seen, beside(gt))).orderBy(asc(comments.createdAt), asc(comments.id)).limit(around + 1),
  ]);
  const rows = [...new Map([...pinned, ...before.slice(0, around), ...after.slice(0, around)].map((row) => [row.id, row])).values()].sort((left, right) => left.at.getTime() - right.at.getTime() || (left.id < right.id ? -1 : 1));
  return {
    commentId,
    story: { id: found.articleId, headline: found.headline ?? found.draftHeadline, standfirst: found.standfirst ?? "", path: found.headline && found.section && found.slug ? articlePath(found.section, found.slug) : null },
    voices: rows.map((row, place) => ({ id: row.id, name: row.name, at: row.at.toISOString(), status: row.status, to: row.parentId && row.parentId !== rows[place - 1]?.id ? row.to : null, body: row.body })),
    earlier: before.length > around,
    later: after.length > around,
  };
}
