import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { paperKey, paperSettings } from "@/lib/settings/paper";

/** What the paper is called, which language it speaks and where its clocks go, for what is written in its name. */
export async function paperNow(db: Database | Transaction): Promise<{ paper: string; language: Language; timeZone: string }> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, paperKey));
  const { name, language, timeZone } = paperSettings(row?.value);
  return { paper: name, language, timeZone };
}
