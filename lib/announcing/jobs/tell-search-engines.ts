import { eq } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicAddresses } from "@/db/schema";
import { type Announcement, announcement } from "@/lib/announcing/announcement";
import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { tell, type Tell } from "@/lib/announcing/tell";
import { articlePath } from "@/lib/articles/article";
import { job } from "@/lib/core/jobs";
import { safePost } from "@/lib/core/safe-fetch";
import { fromProcess } from "@/lib/kernel/process-store";

/** Passes on what it is told to every search engine that takes part (indexnow.org). */
const indexNow = "https://api.indexnow.org/indexnow";

export const tellSearchEnginesJob = job({ input: announcement, run: (data) => tellSearchEngines(data) });

/** Tells search engines which addresses changed: where the story or page stands or stood, and where it stood before. */
export async function tellSearchEngines({ articleId, paths }: Announcement, post: Tell = safePost): Promise<void> {
  const { searchEngines, key } = await whomToTell();
  if (!searchEngines || key === null) return;
  const { appUrl } = fromProcess("env");
  const urlList = [...paths, ...(articleId ? await pathsOf(articleId) : [])].map((path) => appUrl + path);
  if (urlList.length === 0) return;
  const message = { host: new URL(appUrl).host, key, keyLocation: `${appUrl}/${key}.txt`, urlList };
  await tell(indexNow, { type: "application/json; charset=utf-8", text: JSON.stringify(message) }, post);
}

async function pathsOf(articleId: string): Promise<string[]> {
  const addresses = await readerDatabase().select({ slug: publicAddresses.slug, sectionSlug: publicAddresses.sectionSlug }).from(publicAddresses).where(eq(publicAddresses.articleId, articleId));
  return addresses.map(({ slug, sectionSlug }) => articlePath(sectionSlug, slug));
}
