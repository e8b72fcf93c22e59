import { and, count, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outsideRemarks, outsideReviews } from "@/db/schema";

/** How many remarks from outside wait for an answer in a story. */
export async function openRemarks(db: Database, articleId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(outsideRemarks).innerJoin(outsideReviews, eq(outsideReviews.id, outsideRemarks.reviewId)).where(and(eq(outsideReviews.articleId, articleId), isNull(outsideRemarks.verdict)));
  return row?.count ?? 0;
}
