import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { CrawlersInput, crawlersKey, type CrawlersPolicy, openToAll } from "@/lib/settings/crawlers";

/** What robots of language models may do. */
export async function crawlersPolicy(): Promise<CrawlersPolicy> {
  const [row] = await appDatabase().select({ value: settings.value }).from(settings).where(eq(settings.key, crawlersKey));
  const parsed = CrawlersInput.safeParse({ ...openToAll, ...row?.value });
  return parsed.success ? parsed.data : openToAll;
}
