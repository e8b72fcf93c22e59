import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, commentConsents, comments, commentUses, discussions, people } from "@/db/schema";
import { lockDiscussionOf } from "@/lib/comments/move-comment";
import { conflict, type Failure } from "@/lib/kernel/failure";

/** What a colleague saw of a use; another version means that something happened meanwhile. */
export const seenUse = { useId: z.uuid("There is no such thing on the list."), version: z.coerce.number("Reload the page and look again.").int("Reload the page and look again.") };

export type CommentUse = typeof commentUses.$inferSelect;
export type Consent = typeof commentConsents.$inferSelect;

/** A use with its comment and the story under which that stands. The discussion is locked first, as by whoever moves a comment: what its author takes back meanwhile comes before or after. */
export async function lockUse(tx: Transaction, { useId }: { useId: string }) {
  const [known] = await tx.select({ commentId: commentUses.commentId }).from(commentUses).where(eq(commentUses.id, useId));
  if (!known) return null;
  await lockDiscussionOf(tx, eq(comments.id, known.commentId));
  const [row] = await tx
    .select({ use: commentUses, comment: comments, article: { id: articles.id, createdBy: articles.createdBy, draftPeople: articles.draftPeople, publishedRevisionId: articles.publishedRevisionId } })
    .from(commentUses)
    .innerJoin(comments, eq(comments.id, commentUses.commentId))
    .innerJoin(discussions, eq(discussions.id, comments.discussionId))
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .where(eq(commentUses.id, useId))
    .for(rowLock, { of: commentUses });
  return row ? { ...row, kind: row.use.kind } : null;
}

/** All that the author of a comment was asked about it, the first question first. */
export async function consentsOf(tx: Transaction, useId: string): Promise<Consent[]> {
  return tx.select().from(commentConsents).where(eq(commentConsents.useId, useId)).orderBy(asc(commentConsents.seq));
}

/** The question that stands: the last one, where nothing has taken its place. */
export async function standingConsent(tx: Transaction, useId: string): Promise<Consent | null> {
  const [row] = await tx.select().from(commentConsents).where(and(eq(commentConsents.useId, useId), isNull(commentConsents.overtakenAt))).orderBy(desc(commentConsents.seq)).limit(1);
  return row ?? null;
}

/** Says that the questions of a use stand no longer. */
export async function overtakeConsents(tx: Transaction, useId: string, now: Date): Promise<void> {
  await tx.update(commentConsents).set({ overtakenAt: now }).where(and(eq(commentConsents.useId, useId), isNull(commentConsents.overtakenAt)));
}

const stateInWords = { noted: "It is only marked now", asked: "Its author was asked", agreed: "Its author agreed", refused: "Its author refused", withdrawn: "Its author took her word back", used: "It was used", closed: "It was closed" } as const;

/** What the slower one hears; null where she saw the newest. */
export async function changedUse(tx: Transaction, use: CommentUse, version: number): Promise<Failure | null> {
  if (use.version === version) return null;
  const [taker] = use.takenBy ? await tx.select({ name: people.name }).from(people).where(eq(people.id, use.takenBy)) : [];
  return conflict("use_changed", `Something happened to this meanwhile: ${stateInWords[use.state].toLowerCase()}${taker ? `, and ${taker.name} sees to it` : ""}. Nothing of yours was done; look at it again.`);
}

/** Changes a use that is locked, and raises its version. */
export async function changeUse(tx: Transaction, use: CommentUse, changes: Partial<CommentUse>): Promise<{ useId: string; version: number }> {
  await tx.update(commentUses).set({ ...changes, version: use.version + 1 }).where(eq(commentUses.id, use.id));
  return { useId: use.id, version: use.version + 1 };
}

/** Why a step cannot be taken in the state that a use is in. */
export const notNow = (use: CommentUse): Failure => conflict("not_now", `${stateInWords[use.state]}: this cannot be done now.`);
