import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { articleAddresses } from "@/db/schema";

/** Whether the address is another story's. Slugs are never reused, so former addresses count. */
export async function slugTaken(tx: Database | Transaction, articleId: string, slug: string): Promise<boolean> {
  const [owner] = await tx.select({ articleId: articleAddresses.articleId }).from(articleAddresses).where(eq(articleAddresses.slug, slug));
  return owner !== undefined && owner.articleId !== articleId;
}
