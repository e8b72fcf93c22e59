import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { noteThreads } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { noteRead } from "@/lib/notes/abilities";
import type { NoteCounts } from "@/lib/notes/views";

/** How many notes of a story are not resolved, as far as this person may read them. Whether she may open it, the caller has asked. */
export async function noteCounts(db: Database, actor: Actor, articleId: string): Promise<NoteCounts> {
  const [counted] = await db
    .select({ open: count(), blocking: sql<number>`count(*) filter (where ${noteThreads.blocking})`.mapWith(Number) })
    .from(noteThreads)
    .where(and(eq(noteThreads.articleId, articleId), isNull(noteThreads.resolvedAt), noteRead.where(actor)));
  return counted ?? { open: 0, blocking: 0 };
}
