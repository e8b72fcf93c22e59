import { count, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { noteThreads } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { noteLimits } from "@/lib/notes/note";
import { writeMessage } from "@/lib/notes/write-message";

type ToTell = { noteId: string | null; articleId: string; useId: string; by: string; now: Date };

/** The note by which a story's desk hears of a report; null where the story has as many notes as it can have: then the list alone tells of it. */
export async function tellDesk(tx: Transaction, { noteId, articleId, useId, by, now }: ToTell): Promise<string | null> {
  if (noteId) {
    await tx.update(noteThreads).set({ resolvedAt: null, resolvedBy: null }).where(eq(noteThreads.id, noteId));
    return noteId;
  }
  const [there] = await tx.select({ number: count() }).from(noteThreads).where(eq(noteThreads.articleId, articleId));
  if ((there?.number ?? 0) >= noteLimits.threads) return null;
  const id = newId();
  await tx.insert(noteThreads).values({ id, articleId, anchorKind: "story", createdBy: by, createdAt: now });
  await writeMessage(tx, { threadId: id, authorId: by, body: `Reported by a reader: there may be an error in this story. What she wrote, and what became of it: ${fromProcess("env").appUrl}/desk/comments/newsroom?use=${useId}`, mentions: [] }, now);
  return id;
}

/** Resolves the note that told the story's desk, or with null opens it again. */
export async function settleReportNote(tx: Transaction, noteId: string, by: string | null, now: Date | null): Promise<void> {
  await tx.update(noteThreads).set({ resolvedAt: now, resolvedBy: now ? by : null }).where(eq(noteThreads.id, noteId));
}
