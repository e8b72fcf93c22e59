import { and, eq, inArray } from "drizzle-orm";
import type * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { noteThreads } from "@/db/schema";
import { blockInWorkingCopy, notesInWorkingCopy } from "@/lib/content/working-copy";
import { loosePlaces } from "@/lib/notes/note";

/**
 * Writes down which notes of a story have lost their place in its committed copy, and which have it again: an undone deletion brings its
 * notes back. Of those that are there, what their words are now; of those that are not, what they were stays, to put them back by.
 */
export async function settleAnchors(tx: Transaction, articleId: string, doc: Y.Doc, now: Date): Promise<void> {
  const threads = await tx.select().from(noteThreads).where(and(eq(noteThreads.articleId, articleId), inArray(noteThreads.anchorKind, [...loosePlaces])));
  if (threads.length === 0) return;
  const anchors = notesInWorkingCopy(doc);
  for (const thread of threads) {
    const block = thread.anchorKind === "block" && thread.blockId ? blockInWorkingCopy(doc, thread.blockId) : null;
    const stands = thread.anchorKind === "text" ? anchors.get(thread.id) : block ? { blockId: thread.blockId, quote: block.words, prefix: "", suffix: "" } : undefined;
    const is = stands ? { ...stands, orphanedAt: null } : { orphanedAt: thread.orphanedAt ?? now };
    const isAsBefore = Object.entries(is).every(([name, value]) => thread[name as keyof typeof is] === value);
    if (!isAsBefore) await tx.update(noteThreads).set(is).where(eq(noteThreads.id, thread.id));
  }
}
