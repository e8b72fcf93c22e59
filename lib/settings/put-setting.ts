import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { settings } from "@/db/schema";

/** Puts a setting in the place of the one before, in the caller's transaction; its version counts how often that was done. */
export async function putSetting(tx: Transaction, key: string, value: Record<string, unknown>, now: Date): Promise<void> {
  await tx
    .insert(settings)
    .values({ key, value, changedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: now, version: sql`${settings.version} + 1` } });
}
