import { crawlersKey, type CrawlersPolicy, policyOf } from "@/lib/settings/crawlers";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";

/** What robots of language models may do. */
export async function crawlersPolicy(): Promise<CrawlersPolicy> {
  return policyOf((await settingToChange(crawlersKey)).value);
}
