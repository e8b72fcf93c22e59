import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { embeds } from "@/db/schema";

export type EmbedRow = typeof embeds.$inferSelect;

/** The embed's row, locked for the rest of the transaction. */
export async function lockEmbed(tx: Transaction, { embedId }: { embedId: string }): Promise<EmbedRow | null> {
  const [row] = await tx.select().from(embeds).where(eq(embeds.id, embedId)).for(rowLock);
  return row ?? null;
}
