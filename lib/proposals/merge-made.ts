import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles } from "@/db/schema";
import { cutRevision } from "@/lib/articles/cut-revision";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { keepingNotes } from "@/lib/articles/recorded-corrections";
import { committedContent } from "@/lib/articles/update-log";
import type { StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy, mergeFieldIntoWorkingCopy, type mergeIntoWorkingCopy } from "@/lib/content/working-copy";
import type { Actor } from "@/lib/core/actor";
import type { Made } from "@/lib/proposals/hunks";

type Taken = { /** The story as it stands. */ before: StoryContent; made: Made; /** Whose writing it is. */ authorId: string; label: string; reason: string };

/**
 * Merges what `withHunks` made into the story under whoever is typing, between a version of what stood before and one of what stands then. Returns the
 * update's number, or null where nothing differed. The caller holds the story's row.
 */
export async function mergeMade(tx: Transaction, actor: Actor, now: Date, articleId: string, { before, made: { content, fields, body }, authorId, label, reason }: Taken): Promise<number | null> {
  await cutRevision(tx, actor, now, articleId, before, { kind: "auto" });
  // Only what is taken is merged: what two overfilled elsewhere would be cut to what the story says of it.
  const merge: typeof mergeIntoWorkingCopy = (doc, wanted, origin) => {
    for (const name of fields) mergeFieldIntoWorkingCopy(doc, wanted, name, origin);
    if (body) mergeBodyIntoWorkingCopy(doc, wanted, origin);
  };
  const updateId = await mergeIntoLog(tx, actor, now, articleId, await keepingNotes(tx, articleId, content), merge, authorId);
  if (updateId === null) return null;
  await cutRevision(tx, actor, now, articleId, await committedContent(tx, articleId), { kind: "proposal", label, reason, credits: authorId });
  await tx.update(articles).set({ version: sql`${articles.version} + 1` }).where(eq(articles.id, articleId));
  return updateId;
}
