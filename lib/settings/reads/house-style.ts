import { eq } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import type { HouseRule } from "@/lib/content/language/house-rules";
import { houseStyleKey, rulesOf } from "@/lib/settings/house-style";

/** The words that the paper prefers; none where nobody has written any. */
export async function houseStyle(db: Database | Transaction = appDatabase()): Promise<HouseRule[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, houseStyleKey));
  return rulesOf(row?.value);
}
