import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, commentConsents, commentRevisions, comments, commentUses, discussions, revisions } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { isOver } from "@/lib/comments/comment";
import { type Actor, personIdOf } from "@/lib/core/actor";
import type { CommentBody } from "@/lib/content/comment-body";
import { machineNow } from "@/lib/kernel/clock";
import { tokenHash } from "@/lib/kernel/ids";
import { isUuid } from "@/lib/kernel/uuid";
import type { AskedKind } from "@/lib/newsroom/words";

/** How a question stands for whoever is asked. */
export type QuestionState = "asked" | "agreed" | "refused" | "used" | "withdrawn" | "over";

/** What somebody is asked, with what she answered. `expiresAt` until when she may agree; `printed`: readers saw the letter before she took it back. */
export type Question = { consentId: string; useId: string; kind: AskedKind; state: QuestionState; words: string; declaration: string; signedAs: string; at: string | null; expiresAt: string; mayAgree: boolean; mayTakeBack: boolean; printed: boolean };

/** What one link opens: a comment with all that is asked about it. `headline` is null where readers do not see the story. */
export type Questions = { commentId: string; name: string; body: CommentBody; headline: string | null; language: Language; questions: Question[] };

const columns = { use: commentUses, consent: commentConsents, comment: comments, body: commentRevisions.body, headline: revisions.headline };

const rowsWhere = (condition: ReturnType<typeof and>) =>
  appDatabase()
    .select(columns)
    .from(commentConsents)
    .innerJoin(commentUses, eq(commentUses.id, commentConsents.useId))
    .innerJoin(comments, eq(comments.id, commentUses.commentId))
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .where(condition)
    .orderBy(asc(commentUses.markedAt), desc(commentConsents.seq));

/**
 * What a link opens: a mailed one its question, the key of a guest's comment all that is asked about it, and a use's id that one, for whoever
 * wrote the comment with her account. Null where it opens nothing.
 */
export async function questionsBehind(actor: Actor, asked: string): Promise<Questions | null> {
  const hash = tokenHash(asked);
  const own = personIdOf(actor);
  const condition = isUuid(asked) ? (own ? and(eq(commentUses.id, asked), eq(comments.authorId, own), isNull(commentConsents.overtakenAt)) : null) : or(eq(commentConsents.tokenHash, hash), and(eq(comments.keyHash, hash), isNull(comments.authorId), isNull(commentConsents.overtakenAt)));
  const rows = condition ? await rowsWhere(condition) : [];
  const [first] = rows;
  if (!first || isOver(first.comment.status)) return null;
  const printed = await printedLetters(rows.map(({ use }) => use.id));
  return { commentId: first.comment.id, name: first.comment.nameSnapshot, body: first.body, headline: first.headline, language: first.consent.language, questions: rows.map(({ use, consent }) => asQuestion(use, consent, printed)) };
}

/** The questions that stand about these comments, for the pages of whoever wrote them: by comment, the last one first. */
export async function questionsAbout(commentIds: readonly string[]): Promise<Map<string, Question[]>> {
  if (commentIds.length === 0) return new Map();
  const rows = await rowsWhere(and(inArray(comments.id, [...commentIds]), isNull(commentConsents.overtakenAt)));
  const printed = await printedLetters(rows.map(({ use }) => use.id));
  const found = new Map<string, Question[]>();
  for (const { use, consent, comment } of rows) if (!isOver(comment.status)) found.set(comment.id, [...(found.get(comment.id) ?? []), asQuestion(use, consent, printed)]);
  return found;
}

function asQuestion(use: typeof commentUses.$inferSelect, consent: typeof commentConsents.$inferSelect, printed: ReadonlySet<string>): Question {
  const inTime = consent.expiresAt > machineNow();
  const state: QuestionState = consent.withdrawnAt ? "withdrawn" : consent.overtakenAt ? "over" : consent.answer === "agreed" ? (use.state === "used" ? "used" : "agreed") : consent.answer === "refused" ? "refused" : inTime && use.state === "asked" ? "asked" : "over";
  return {
    consentId: consent.id,
    useId: use.id,
    kind: use.kind === "letter" ? "letter" : "lead",
    state,
    words: consent.words,
    declaration: consent.declaration,
    signedAs: consent.signedAs,
    at: (consent.withdrawnAt ?? consent.answeredAt)?.toISOString() ?? null,
    expiresAt: consent.expiresAt.toISOString(),
    mayAgree: inTime && (state === "asked" || (state === "refused" && use.state === "refused")),
    mayTakeBack: state === "agreed" || state === "used",
    // Once the desk has closed it the story goes on without the letter: what goes out then is no answer any more.
    printed: use.state !== "closed" && printed.has(use.id),
  };
}

/** Those of these letters that readers have seen. */
async function printedLetters(useIds: readonly string[]): Promise<Set<string>> {
  if (useIds.length === 0) return new Set();
  const rows = await appDatabase().select({ id: commentUses.id, usedAt: commentUses.usedAt, cutAt: revisions.createdAt }).from(commentUses).innerJoin(articles, eq(articles.id, commentUses.usedIn)).innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(inArray(commentUses.id, [...useIds]));
  return new Set(rows.filter(({ usedAt, cutAt }) => usedAt !== null && cutAt >= usedAt).map(({ id }) => id));
}
