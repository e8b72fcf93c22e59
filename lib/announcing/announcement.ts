import { z } from "zod";
import type { Transaction } from "@/db/client";
import { whomToTell } from "@/lib/announcing/reads/whom-to-tell";
import type { NewJob } from "@/lib/core/jobs";

/** What became new, changed or went: the story or the page, and whose feeds and lists it stands in. */
export const announcement = z.strictObject({
  articleId: z.uuid().nullable(),
  paths: z.array(z.string()),
  sections: z.array(z.string()),
  tags: z.array(z.string()),
  // What was planned before series had feeds says nothing of them.
  series: z.array(z.string()).default([]),
  people: z.array(z.string()),
});
export type Announcement = z.infer<typeof announcement>;

/** The jobs that tell whoever is to be told; none where nobody is, which is how a paper begins. */
async function tellingJobs(tx: Transaction, data: Announcement): Promise<NewJob[]> {
  const { searchEngines, hub } = await whomToTell(tx);
  return [...(searchEngines ? [{ name: "tell-search-engines" as const, data }] : []), ...(hub && data.articleId ? [{ name: "tell-hub" as const, data }] : [])];
}

/** Tells of a story that came, changed or went. `lists` are those that change with it; of people, those who sign it. */
export function storyAnnouncements(tx: Transaction, articleId: string, lists: { sections: string[]; tags: string[]; series: string[] }, bylines: readonly { personId: string | null }[]): Promise<NewJob[]> {
  return tellingJobs(tx, { articleId, paths: [], sections: lists.sections, tags: lists.tags, series: lists.series, people: [...new Set(bylines.flatMap((byline) => byline.personId ?? []))] });
}

/** Tells of one of the paper's own pages. */
export function pageAnnouncements(tx: Transaction, path: string): Promise<NewJob[]> {
  return tellingJobs(tx, { articleId: null, paths: [path], sections: [], tags: [], series: [], people: [] });
}
