import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import { paperKey, paperSettings } from "@/lib/settings/paper";

/** What the paper is called, for what is written in its name. */
export async function paperName(db: Database | Transaction): Promise<string> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, paperKey));
  return paperSettings(row?.value).name;
}
