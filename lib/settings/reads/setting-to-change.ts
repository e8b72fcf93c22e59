import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import type { StandingSetting } from "@/lib/settings/seen-version";

/** A setting as it lies, with its version: whoever changes it says which was seen. Both in one question, so that they belong together. */
export async function settingToChange(key: string): Promise<StandingSetting> {
  const [row] = await appDatabase().select({ value: settings.value, version: settings.version }).from(settings).where(eq(settings.key, key));
  return row ?? { value: undefined, version: 0 };
}
