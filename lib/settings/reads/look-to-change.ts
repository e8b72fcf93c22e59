import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { type Branding, brandingKey, brandingOf } from "@/lib/settings/branding";

/** How the paper looks now, and which version of it that is: whoever changes it says what was seen. 0 where nobody has changed it yet. */
export async function lookToChange(): Promise<{ look: Branding; version: number }> {
  const [row] = await appDatabase().select({ value: settings.value, version: settings.version }).from(settings).where(eq(settings.key, brandingKey));
  return { look: brandingOf(row?.value), version: row?.version ?? 0 };
}
