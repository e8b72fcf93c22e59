import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { PaperFilesInput, paperFilesKey } from "@/lib/settings/paper-files";

const none: PaperFilesInput = { security: "", ads: "", appAds: "", trust: "", humans: "" };

/** What stands in the paper's files; an empty text where nobody wrote one. Of the settings the reader's login sees the paper's own words alone. */
export async function storedFiles(): Promise<PaperFilesInput> {
  const [row] = await appDatabase().select({ value: settings.value }).from(settings).where(eq(settings.key, paperFilesKey));
  const parsed = PaperFilesInput.safeParse({ ...none, ...row?.value });
  return parsed.success ? parsed.data : none;
}
