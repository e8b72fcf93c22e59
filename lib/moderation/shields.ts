import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { shields } from "@/db/schema";
import type { ShieldWho } from "@/db/vocabulary";

/** A shield that stands now: nobody took it down, and its time is not over. */
export const shieldStands = (now: Date) => and(isNull(shields.loweredAt), gt(shields.endsAt, now));

/** Whose new comments wait under a story now, by every shield that reaches it: the strictest counts. Null where none does. */
export async function shieldOver(db: Database | Transaction, { articleId, sectionIds }: { articleId: string; sectionIds: readonly string[] }, now: Date): Promise<ShieldWho | null> {
  const reaches = or(and(isNull(shields.articleId), isNull(shields.sectionId)), eq(shields.articleId, articleId), ...sectionIds.map((id) => eq(shields.sectionId, id)));
  const rows = await db.select({ who: shields.who }).from(shields).where(and(shieldStands(now), reaches));
  return rows.some(({ who }) => who === "everybody") ? "everybody" : rows.length > 0 ? "newcomers" : null;
}
