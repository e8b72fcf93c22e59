import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mediaAssets } from "@/db/schema";
import type { RevisionRow } from "@/lib/articles/cut-revision";
import { referencesOf } from "@/lib/content/references";
import { type Bar, barOn, dayIn } from "@/lib/media/rights";
import { paperTimeZone } from "@/lib/settings/reads/time-zone";

/** Why one of a version's pictures may not be used at this time; null where all may. What the gate found when it was planned may have changed since. */
export async function barredPicture(tx: Transaction, revision: RevisionRow, at: Date): Promise<Bar | null> {
  const { pictures } = referencesOf(revision);
  if (pictures.length === 0) return null;
  const [rows, timeZone] = await Promise.all([tx.select({ usableFrom: mediaAssets.usableFrom, usableUntil: mediaAssets.usableUntil }).from(mediaAssets).where(inArray(mediaAssets.id, pictures)), paperTimeZone(tx)]);
  const day = dayIn(timeZone, at);
  return rows.map((days) => barOn(day, days)).find((bar) => bar !== null) ?? null;
}
