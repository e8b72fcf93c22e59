import { and, desc, eq, ne, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments } from "@/db/schema";

/** How many whole seconds are left until this person may write in the discussion again; 0: at once. What was withdrawn counts too: it was written. */
export async function secondsToWait(
  tx: Transaction,
  { discussionId, own, slowModeSeconds, now }: { discussionId: string; own: SQL; slowModeSeconds: number; now: Date },
): Promise<number> {
  if (slowModeSeconds === 0) return 0;
  const [last] = await tx
    .select({ at: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.discussionId, discussionId), own, ne(comments.status, "purged")))
    .orderBy(desc(comments.createdAt))
    .limit(1);
  return last ? Math.max(0, Math.ceil(slowModeSeconds - (now.getTime() - last.at.getTime()) / 1000)) : 0;
}
