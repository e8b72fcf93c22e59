import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { noteThreads, people } from "@/db/schema";
import type { NoteAudience } from "@/db/vocabulary";

/** A note that stops publishing: whose it is and where it stands. What it says is for those who may read it. */
export type BlockingNote = { id: string; by: string; audience: NoteAudience; blockId: string | null; field: string | null };

/** What stops a story from going out until somebody resolves it, whether or not its words still stand there. */
export async function blockingNotes(tx: Database | Transaction, articleId: string): Promise<BlockingNote[]> {
  const rows = await tx
    .select({ id: noteThreads.id, by: people.name, audience: noteThreads.audience, blockId: noteThreads.blockId, field: noteThreads.field, orphanedAt: noteThreads.orphanedAt })
    .from(noteThreads)
    .innerJoin(people, eq(people.id, noteThreads.createdBy))
    .where(and(eq(noteThreads.articleId, articleId), eq(noteThreads.blocking, true), isNull(noteThreads.resolvedAt)))
    .orderBy(asc(noteThreads.createdAt), asc(noteThreads.id));
  return rows.map(({ orphanedAt, blockId, ...note }) => ({ ...note, blockId: orphanedAt ? null : blockId }));
}
