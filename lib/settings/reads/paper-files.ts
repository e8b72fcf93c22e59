import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { filesOf, type PaperFiles, paperFilesKey } from "@/lib/settings/paper-files";

/** What stands in the paper's files; an empty text where nobody wrote one. Of the settings the reader's login sees the paper's own words alone. */
export async function storedFiles(): Promise<PaperFiles> {
  const [row] = await appDatabase().select({ value: settings.value }).from(settings).where(eq(settings.key, paperFilesKey));
  return filesOf(row?.value);
}
