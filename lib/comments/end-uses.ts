import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentConsents, commentUses, noteThreads } from "@/db/schema";
import { lockArticle } from "@/lib/articles/article-row";
import { machineNow } from "@/lib/kernel/clock";
import { barStory } from "@/lib/newsroom/out-of-story";

/**
 * Somebody takes her comment back, and with it all that she agreed to: the newsroom makes no more of it. What was used already a person has to
 * see to. An error that she reported is none the less there, so that a report stays. The comment's discussion is locked by the caller.
 */
export async function endUses(tx: Transaction, commentId: string, now: Date): Promise<void> {
  const uses = await tx.select({ id: commentUses.id, state: commentUses.state, usedIn: commentUses.usedIn }).from(commentUses).where(and(eq(commentUses.commentId, commentId), inArray(commentUses.kind, ["letter", "lead"]), inArray(commentUses.state, ["noted", "asked", "agreed", "used"])));
  for (const { id, state, usedIn } of uses) {
    // Whoever publishes the story holds it: her word comes before that, or after.
    if (usedIn) await lockArticle(tx, { articleId: usedIn });
    await tx.update(commentConsents).set({ withdrawnAt: now }).where(and(eq(commentConsents.useId, id), eq(commentConsents.answer, "agreed"), isNull(commentConsents.withdrawnAt), isNull(commentConsents.overtakenAt)));
    await tx.update(commentUses).set({ state: "withdrawn", contact: null, settledAt: state === "used" ? null : now, version: sql`${commentUses.version} + 1` }).where(eq(commentUses.id, id));
  }
}

/** Forgets what the newsroom made of a comment whose words or author are forgotten, and takes the note of it off the story's desk. A letter of hers that stands in a story unprinted stops that story. */
export async function forgetUsesOf(tx: Transaction, commentId: string): Promise<void> {
  const now = machineNow();
  const gone = await tx.select().from(commentUses).where(eq(commentUses.commentId, commentId));
  for (const use of gone) await barStory(tx, use, now);
  await tx.delete(commentUses).where(eq(commentUses.commentId, commentId));
  const noteIds = gone.flatMap(({ noteId }) => noteId ?? []);
  if (noteIds.length > 0) await tx.update(noteThreads).set({ resolvedAt: now }).where(and(inArray(noteThreads.id, noteIds), isNull(noteThreads.resolvedAt)));
}
