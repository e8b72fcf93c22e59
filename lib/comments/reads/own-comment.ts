import { desc, eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { appeals, articles, commentRevisions, comments, discussions, moderationEvents, revisions, sections } from "@/db/schema";
import type { Language, ReasonCode } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { isOver, mayEdit, type StateForAuthor, stateForAuthor } from "@/lib/comments/comment";
import type { OwnDecision } from "@/lib/comments/decision";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import { statementsOf } from "@/lib/comments/reads/statements";
import type { Statement } from "@/lib/comments/statement";
import type { CommentBody } from "@/lib/content/comment-body";
import { machineNow } from "@/lib/kernel/clock";
import { tokenHash } from "@/lib/kernel/ids";

/** A text that its author may still change, as she typed it. */
export type EditableText = { revisionId: string; source: string; /** For how many minutes from when it was sent. */ minutes: number };

/** `said` is null once it was withdrawn or purged: then it is shown to nobody. `storyHeadline` is null where the story is not public. */
export type OwnComment = { id: string; /** Nobody’s account wrote it: the key is all that its author has. */ asGuest: boolean; state: StateForAuthor; reason: ReasonCode | null; said: { name: string; body: CommentBody } | null; edit: EditableText | null; /** The rejection that stands. */ decision: OwnDecision | null; statement: Statement | null; language: Language; storyPath: string; storyHeadline: string | null };

/** The rejections that stand of these comments, by comment. */
export async function decisionsOf(rejected: readonly string[]): Promise<Map<string, OwnDecision>> {
  if (rejected.length === 0) return new Map();
  const rows = await appDatabase()
    .selectDistinctOn([moderationEvents.commentId], { commentId: moderationEvents.commentId, eventId: moderationEvents.id, to: moderationEvents.toStatus, message: moderationEvents.messageToAuthor, outcome: appeals.outcome, answer: appeals.answer })
    .from(moderationEvents)
    .leftJoin(appeals, eq(appeals.eventId, moderationEvents.id))
    .where(inArray(moderationEvents.commentId, [...rejected]))
    .orderBy(moderationEvents.commentId, desc(moderationEvents.createdAt), desc(moderationEvents.id));
  return new Map(rows.filter((row) => row.to === "rejected").map(({ commentId, eventId, message, outcome, answer }) => [commentId, { eventId, message, appeal: outcome && { outcome, answer: answer ?? "" } }]));
}

/** A commenter's own comment, by the key that only she has; null where the key opens nothing. */
export async function ownComment(key: string): Promise<OwnComment | null> {
  const [row] = await appDatabase()
    .select({ id: comments.id, status: comments.status, reason: comments.statusReason, name: comments.nameSnapshot, body: commentRevisions.body, source: commentRevisions.source, revisionId: commentRevisions.id, createdAt: comments.createdAt, authorId: comments.authorId, headline: revisions.headline, language: revisions.language, lastLanguage: articles.draftLanguage, slug: articles.slug, section: sections.slug, sectionId: articles.sectionId })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(comments.keyHash, tokenHash(key)));
  if (!row) return null;
  const { editMinutes } = await rulesOfSection(appDatabase(), row.sectionId);
  return {
    id: row.id,
    asGuest: row.authorId === null,
    state: stateForAuthor[row.status],
    reason: row.status === "rejected" ? row.reason : null,
    said: isOver(row.status) ? null : { name: row.name, body: row.body },
    edit: mayEdit(row, editMinutes, machineNow()) ? { revisionId: row.revisionId, source: row.source, minutes: editMinutes } : null,
    decision: row.status === "rejected" ? ((await decisionsOf([row.id])).get(row.id) ?? null) : null,
    statement: (await statementsOf(row.status === "rejected" || row.status === "hidden" ? [row.id] : [])).get(row.id) ?? null,
    language: row.language ?? row.lastLanguage,
    storyPath: row.headline && row.slug && row.section ? articlePath(row.section, row.slug) : "/",
    storyHeadline: row.headline,
  };
}
