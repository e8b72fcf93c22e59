import { sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicBranding } from "@/db/schema";
import { drawingsKey } from "@/lib/settings/branding";
import type { Light } from "@/lib/settings/contrast";
import { drawingsOf } from "@/lib/settings/drawings";

const queries = preparedForReaders((db) => ({
  drawings: db.select({ value: publicBranding.value }).from(publicBranding).where(sql`${publicBranding.key} = ${drawingsKey}`).prepare("masthead_drawings"),
}));

/** The paper's name as it is drawn, or its icon in base64; empty where it is not. */
export async function drawing(which: Light | "icon"): Promise<string> {
  const [row] = await queries().drawings.execute();
  return drawingsOf(row?.value)[which];
}
