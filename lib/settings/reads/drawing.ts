import { sql } from "drizzle-orm";
import { preparedForReaders } from "@/db/prepared";
import { publicBranding } from "@/db/schema";
import { drawingsKey } from "@/lib/settings/branding";
import type { Light } from "@/lib/settings/contrast";
import { drawingsOf } from "@/lib/settings/drawings";

const queries = preparedForReaders((db) => ({
  drawings: db.select({ value: publicBranding.value }).from(publicBranding).where(sql`${publicBranding.key} = ${drawingsKey}`).prepare("masthead_drawings"),
}));

/** The paper's name as it is drawn; empty where it is not. */
export async function drawing(light: Light): Promise<string> {
  const [row] = await queries().drawings.execute();
  return drawingsOf(row?.value)[light];
}
