import { eq } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import { type Announcing, announcingKey, announcingOf } from "@/lib/announcing/announcing";

/** Whom the paper tells that something is new; nobody where nothing was said. */
export async function whomToTell(db: Database | Transaction = appDatabase()): Promise<Announcing> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, announcingKey));
  return announcingOf(row?.value);
}

/** What stands in the file by which search engines know the paper, while they are told; null at every other address. */
export async function keyFile(key: string): Promise<string | null> {
  const told = await whomToTell();
  return told.searchEngines && told.key === key ? key : null;
}
