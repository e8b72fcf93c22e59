import { and, asc, count, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { appeals, articles, commentRevisions, comments, discussions, moderationEvents, people, revisions, sections } from "@/db/schema";
import type { ReasonCode } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentModerate } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";
import { anotherModerator } from "@/lib/moderation/another-moderator";

/** `own`: whoever looks took the decision, or, where `wrote` says so, wrote the comment, and somebody else answers. */
export type AppealCard = { id: string; name: string; at: string; text: string; body: CommentBody; story: { headline: string; path: string | null }; decision: { by: string | null; at: string; reason: ReasonCode | null; message: string | null }; own: boolean; wrote: boolean };

const most = 50;
const waiting = and(eq(appeals.outcome, "pending"), eq(comments.status, "rejected"));

/** Appeals that wait, oldest first; nothing for those who do not moderate. What was withdrawn or approved meanwhile waits for nobody. */
export async function waitingAppeals(actor: Actor): Promise<AppealCard[] | null> {
  if (!commentModerate.check(actor, null)) return null;
  const db = appDatabase();
  const rows = await db
    .select({ id: appeals.id, name: comments.nameSnapshot, at: appeals.createdAt, text: appeals.text, body: commentRevisions.body, headline: revisions.headline, draftHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug, byId: moderationEvents.actorId, authorId: comments.authorId, by: people.name, decidedAt: moderationEvents.createdAt, reason: moderationEvents.reasonCode, message: moderationEvents.messageToAuthor })
    .from(appeals)
    .innerJoin(comments, eq(comments.id, appeals.commentId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(moderationEvents, eq(moderationEvents.id, appeals.eventId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(people, eq(people.id, moderationEvents.actorId))
    .where(waiting)
    .orderBy(asc(appeals.createdAt), asc(appeals.id))
    .limit(most);
  const me = actor.kind === "person" ? actor.personId : null;
  const others = me ? await anotherModerator(db, me) : true;
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    at: row.at.toISOString(),
    text: row.text,
    body: row.body,
    story: { headline: row.headline ?? row.draftHeadline, path: row.headline && row.section && row.slug ? articlePath(row.section, row.slug) : null },
    decision: { by: row.by, at: row.decidedAt.toISOString(), reason: row.reason, message: row.message },
    own: me !== null && ((others && row.byId === me) || row.authorId === me),
    wrote: me !== null && row.authorId === me,
  }));
}

/** How many appeals wait. */
export async function countWaitingAppeals(): Promise<number> {
  const [row] = await appDatabase().select({ number: count() }).from(appeals).innerJoin(comments, eq(comments.id, appeals.commentId)).where(waiting);
  return row?.number ?? 0;
}
