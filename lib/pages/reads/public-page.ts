import { eq } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicPages } from "@/db/schema";
import type { PublicPage } from "@/lib/pages/views";

export type PageAt = { found: "here"; page: PublicPage } | { found: "gone" } | { found: "nothing" };

/** The paper's own page at an address, as readers see it. */
export async function pageAt(slug: string): Promise<PageAt> {
  const [row] = await readerDatabase().select().from(publicPages).where(eq(publicPages.slug, slug));
  if (!row?.firstPublishedAt) return { found: "nothing" };
  const { title, purpose, body, firstPublishedAt, changedAt } = row;
  if (title === null || !purpose || !body) return { found: "gone" };
  return { found: "here", page: { slug, title, purpose, body, publishedAt: firstPublishedAt, changedAt: changedAt ?? firstPublishedAt } };
}
