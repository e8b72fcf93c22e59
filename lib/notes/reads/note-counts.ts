import { count, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { noteThreads } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { noteRead } from "@/lib/notes/abilities";
import type { NoteCounts } from "@/lib/notes/views";

/** How many notes of a story are not resolved, as far as this person may read them. Whether she may open it, the caller has asked. */
export async function noteCounts(db: Database, actor: Actor, articleId: string): Promise<NoteCounts> {
  const readable = noteRead.where(actor) ?? sql`true`;
  const [counted] = await db
    .select({ all: count(), open: sql<number>`count(*) filter (where ${noteThreads.resolvedAt} is null and (${readable}))`.mapWith(Number) })
    .from(noteThreads)
    .where(eq(noteThreads.articleId, articleId));
  return { open: counted?.open ?? 0, hasAny: (counted?.all ?? 0) > 0 };
}
