import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, noteMentions, noteMessages, noteThreads } from "@/db/schema";
import type { ArticleRow } from "@/lib/articles/article-row";
import type { GuardedNote } from "@/lib/notes/abilities";

export type NoteRow = typeof noteThreads.$inferSelect;
export type LoadedNote = Omit<NoteRow, "articleId"> & GuardedNote & { articleId: string; article: ArticleRow };

/** A story's thread with whoever is named in it, locked for the rest of the transaction; null where the story has no such one. The story is locked first, as whatever else changes both does. */
export async function lockNote(tx: Transaction, { articleId, noteId }: { articleId: string; noteId: string }): Promise<LoadedNote | null> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for(rowLock);
  const [thread] = article ? await tx.select().from(noteThreads).where(and(eq(noteThreads.id, noteId), eq(noteThreads.articleId, articleId))).for(rowLock) : [];
  if (!article || !thread) return null;
  const named = await tx.selectDistinct({ id: noteMentions.personId }).from(noteMentions).innerJoin(noteMessages, eq(noteMessages.id, noteMentions.messageId)).where(eq(noteMessages.threadId, noteId));
  return { ...thread, article, mentioned: named.map(({ id }) => id) };
}
