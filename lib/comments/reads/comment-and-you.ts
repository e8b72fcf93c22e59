import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { appDatabase, readerDatabase } from "@/db/client";
import { articles, commentLikes, commentRevisions, comments, discussions, publicArticles, publicComments, publicDiscussions, revisions, threadFollows } from "@/db/schema";
import { type CommentStatus, type Language, visibleCommentStatuses } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { commentPick } from "@/lib/comments/abilities";
import { isVisible, mayEdit } from "@/lib/comments/comment";
import { discussionState } from "@/lib/comments/discussion";
import { hasMuted, mutedComments } from "@/lib/comments/reads/mutes";
import type { EditableText } from "@/lib/comments/reads/own-comment";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import type { ThreadChoice } from "@/lib/comments/thread-choice";
import { type Actor, personIdOf } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";

export type CommentAndYou = {
  id: string; articleId: string; headline: string; storyPath: string; language: Language; open: boolean;
  name: string; body: CommentBody; at: Date; likes: number;
  liked: boolean; own: boolean; hears: ThreadChoice; muted: boolean; /** Whether there is somebody whom she may mute. */ mayMute: boolean; /** Where she may pick it: whether it is picked, and what she sees of it. */ pick: { picked: boolean; revisionId: string; status: CommentStatus } | null; edit: EditableText | null;
};

/** A public comment and what the one who asks has to do with it; null where readers do not see it. */
export async function commentAndYou(actor: Actor, commentId: string, now: Date): Promise<CommentAndYou | null> {
  if (!/^[0-9a-f-]{36}$/.test(commentId)) return null;
  const reader = readerDatabase();
  const [comment] = await reader.select().from(publicComments).where(eq(publicComments.id, commentId));
  if (!comment?.name || !comment.body) return null;
  const [[article], [discussion]] = await Promise.all([
    reader.select({ headline: publicArticles.headline, language: publicArticles.language, slug: publicArticles.slug, section: publicArticles.sectionSlug, sectionId: publicArticles.sectionId, firstPublishedAt: publicArticles.firstPublishedAt }).from(publicArticles).where(eq(publicArticles.id, comment.articleId)),
    reader.select().from(publicDiscussions).where(eq(publicDiscussions.articleId, comment.articleId)),
  ]);
  if (!article?.firstPublishedAt || !discussion) return null;
  const state = discussionState(discussion, await rulesOfSection(appDatabase(), article.sectionId), article.firstPublishedAt, now);
  if (state.why === "off") return null;
  const yours = await whatIsYours(personIdOf(actor), commentId);
  return {
    id: comment.id, articleId: comment.articleId, headline: article.headline, storyPath: articlePath(article.section, article.slug ?? ""), language: article.language,
    open: state.open,
    name: comment.name, body: comment.body, at: comment.createdAt, likes: yours.likes ?? comment.likeCount,
    liked: yours.liked, own: yours.own, hears: yours.hears, muted: yours.muted, mayMute: actor.kind === "person" && !yours.own && yours.row !== undefined && (yours.row.authorId ?? yours.row.guestId) !== null,
    pick: yours.row && !yours.own && isVisible(yours.row.status) && commentPick.check(actor, { bylines: yours.row.bylines }) ? { picked: yours.row.pickedAt !== null, revisionId: yours.row.revisionId, status: yours.row.status } : null, edit: yours.own && yours.row && mayEdit(yours.row, state.editMinutes, now) ? { revisionId: yours.row.revisionId, source: yours.row.source, minutes: state.editMinutes } : null,
  };
}

async function whatIsYours(personId: string | null, commentId: string) {
  const [row] = await appDatabase()
    .select({ rootId: comments.rootId, authorId: comments.authorId, guestId: comments.guestId, status: comments.status, createdAt: comments.createdAt, likes: comments.likeCount, revisionId: comments.currentRevisionId, source: commentRevisions.source, pickedAt: comments.pickedAt, bylines: revisions.bylines })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(eq(comments.id, commentId));
  const [like] = personId ? await appDatabase().select({ at: commentLikes.createdAt }).from(commentLikes).where(and(eq(commentLikes.commentId, commentId), eq(commentLikes.personId, personId))) : [];
  const [follow] = personId && row ? await appDatabase().select({ quiet: threadFollows.quiet }).from(threadFollows).where(and(eq(threadFollows.rootId, row.rootId), eq(threadFollows.personId, personId))) : [];
  const muted = personId !== null && row !== undefined && (await hasMuted(appDatabase(), personId, row));
  return { row, muted, likes: row?.likes, hears: !follow ? ("own" as const) : follow.quiet ? ("nothing" as const) : ("all" as const), liked: like !== undefined, own: personId !== null && row?.authorId === personId };
}

/** What somebody has to do with the comments under one story: those that she likes, her own, and which of these she may still change; those of people whom she muted, and whether she may pick. */
export async function yoursUnder(actor: Actor, articleId: string): Promise<{ liked: string[]; own: string[]; editable: string[]; muted: string[]; picks: boolean } | null> {
  const personId = personIdOf(actor);
  if (!personId || !/^[0-9a-f-]{36}$/.test(articleId)) return null;
  const db = appDatabase();
  const here = eq(discussions.articleId, articleId);
  const [story] = await db.select({ sectionId: articles.sectionId, bylines: revisions.bylines }).from(articles).leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, articleId));
  const { editMinutes } = await rulesOfSection(db, story?.sectionId ?? null);
  const [muted, liked, own] = await Promise.all([
    mutedComments(personId, sql`${comments.discussionId} in (select ${discussions.id} from ${discussions} where ${here})`),
    db.select({ id: comments.id }).from(commentLikes).innerJoin(comments, eq(comments.id, commentLikes.commentId)).innerJoin(discussions, eq(discussions.id, comments.discussionId)).where(and(eq(commentLikes.personId, personId), here)),
    db
      .select({ id: comments.id, young: gt(comments.createdAt, sql`now() - make_interval(mins => ${editMinutes})`).mapWith(Boolean) })
      .from(comments)
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .where(and(eq(comments.authorId, personId), here, inArray(comments.status, visibleCommentStatuses))),
  ]);
  return { liked: liked.map(({ id }) => id), own: own.map(({ id }) => id), editable: own.filter(({ young }) => young).map(({ id }) => id), muted, picks: commentPick.check(actor, { bylines: story?.bylines ?? [] }) };
}
