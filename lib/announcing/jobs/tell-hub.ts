import { inArray, or, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicPeople, publicSections, publicSeries } from "@/db/schema";
import { type Announcement, announcement } from "@/lib/announcing/announcement";
import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import { tell, type Tell } from "@/lib/announcing/tell";
import { job } from "@/lib/core/jobs";
import { safePost } from "@/lib/core/safe-fetch";
import { feedAddress, feedFormatNames } from "@/lib/feeds/addresses";
import { fromProcess } from "@/lib/kernel/process-store";

export const tellHubJob = job({ input: announcement, run: (data, signal) => tellHub(data, safePost, signal) });

/** Tells the hub (WebSub) that feeds have something new: it fetches them itself and passes it on to whoever follows them. */
export async function tellHub(data: Announcement, post: Tell = safePost, signal?: AbortSignal): Promise<void> {
  const { hub } = await whomToTell();
  if (!hub) return;
  const { appUrl } = fromProcess("env");
  for (const place of await placesOf(data)) {
    for (const format of feedFormatNames) {
      signal?.throwIfAborted();
      const text = new URLSearchParams({ "hub.mode": "publish", "hub.url": feedAddress(appUrl, place, format) }).toString();
      await tell(hub, { type: "application/x-www-form-urlencoded", text }, post);
    }
  }
}

/** Whose feeds the story stands in, or stood: the paper's, its sections' and those that they are a part of, its tags', its series', its authors'. */
async function placesOf({ sections, tags, series, people }: Announcement): Promise<string[][]> {
  const db = readerDatabase();
  const parents = sql`(select parent_id from ${publicSections} where ${inArray(publicSections.id, sections)})`;
  const [named, inSeries, signing] = await Promise.all([
    sections.length > 0 ? db.select({ slug: publicSections.slug }).from(publicSections).where(or(inArray(publicSections.id, sections), inArray(publicSections.id, parents))) : [],
    series.length > 0 ? db.select({ slug: publicSeries.slug }).from(publicSeries).where(inArray(publicSeries.id, series)) : [],
    people.length > 0 ? db.select({ handle: publicPeople.handle }).from(publicPeople).where(inArray(publicPeople.id, people)) : [],
  ]);
  return [[], ...named.map(({ slug }) => [slug]), ...tags.map((slug) => ["tags", slug]), ...inSeries.map(({ slug }) => ["series", slug]), ...signing.flatMap(({ handle }) => (handle ? [["authors", handle]] : []))];
}
