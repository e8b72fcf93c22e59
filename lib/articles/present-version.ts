import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { revisions } from "@/db/schema";
import { cutRevision, type RevisionRow } from "@/lib/articles/cut-revision";
import { committedContent } from "@/lib/articles/update-log";
import { contentHash } from "@/lib/content/content-hash";
import type { Actor } from "@/lib/core/actor";

/** The story as it stands, as a version: a new one, or the newest where that says the same. The caller holds the story's row. */
export async function presentVersion(tx: Transaction, actor: Actor, now: Date, articleId: string): Promise<RevisionRow> {
  const content = await committedContent(tx, articleId);
  const kept = await cutRevision(tx, actor, now, articleId, content, { kind: "auto" });
  if (kept) return kept;
  const [same] = await tx.select().from(revisions).where(and(eq(revisions.articleId, articleId), eq(revisions.hash, contentHash(content)))).orderBy(desc(revisions.seq)).limit(1);
  if (!same) throw new Error(`Article ${articleId} has no version of what it says.`);
  return same;
}
