import { asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { series, seriesParts } from "@/db/schema";

export type SeriesRow = typeof series.$inferSelect;
export type PartRow = typeof seriesParts.$inferSelect;

/** A series, locked for the rest of the transaction, so that two who place or order its parts do it one after the other. */
export async function lockSeries(tx: Transaction, { seriesId }: { seriesId: string }): Promise<SeriesRow | null> {
  const [row] = await tx.select().from(series).where(eq(series.id, seriesId)).for(rowLock);
  return row ?? null;
}

/** The parts of a series in their order. */
export function partsOf(tx: Transaction, seriesId: string): Promise<PartRow[]> {
  return tx.select().from(seriesParts).where(eq(seriesParts.seriesId, seriesId)).orderBy(asc(seriesParts.position), asc(seriesParts.articleId));
}

/** The part that a story is, with its series locked; null where it stands in none. */
export async function lockPart(tx: Transaction, { articleId }: { articleId: string }): Promise<PartRow | null> {
  const part = () => tx.select().from(seriesParts).where(eq(seriesParts.articleId, articleId));
  const [standing] = await part();
  if (!standing) return null;
  await lockSeries(tx, standing);
  // Whoever held the lock may have moved the story elsewhere.
  const [row] = await part();
  return row?.seriesId === standing.seriesId ? row : null;
}
