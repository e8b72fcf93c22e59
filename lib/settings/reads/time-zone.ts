import { eq } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import { PaperSettings, paperKey } from "@/lib/settings/paper";

/** The zone in which the paper counts its days and tells its times. */
export async function paperTimeZone(db: Database | Transaction = appDatabase()): Promise<string> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, paperKey));
  return PaperSettings.shape.timeZone.catch("UTC").parse(row?.value.timeZone);
}
