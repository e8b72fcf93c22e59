import { eq } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import type { SensitiveTopic } from "@/lib/content/language/sensitive-topics";
import { sensitiveTopicsKey, topicsOf } from "@/lib/settings/sensitive-topics";

/** What the paper wants to be reminded of: what its people wrote, or, until they did, the list that Standfirst brings. */
export async function sensitiveTopics(db: Database | Transaction = appDatabase()): Promise<readonly SensitiveTopic[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, sensitiveTopicsKey));
  return topicsOf(row?.value);
}
