import { sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { people, sitemapMarks, tags } from "@/db/schema";
import type { SitemapList } from "@/db/vocabulary";
import { job } from "@/lib/core/jobs";
import { addressesAPart } from "@/lib/feeds/formats/sitemaps";

/** What stands in each list, in the order in which its parts are read; more than is public, so that nothing is asked of the stories. */
const listed = {
  tags: sql`select id::text as name, row_number() over (order by id) as number, count(*) over () as total from ${tags}`,
  authors: sql`select handle as name, row_number() over (order by handle) as number, count(*) over () as total from ${people} where handle is not null`,
} satisfies Record<SitemapList, unknown>;

/** Marks where the sitemaps of tags and authors are cut into parts. Lists grow slowly: between two turns the last part takes what comes. */
export const markSitemapsJob = job({ input: z.object({}).nullable(), run: () => markSitemaps() });

/** The same, with parts of so many addresses. */
export async function markSitemaps(aPart: number = addressesAPart): Promise<void> {
  const size = sql.raw(String(aPart));
  const marks = Object.entries(listed).map(([list, all]) => sql`select ${list}, number / ${size}, name from (${all}) as numbered where number % ${size} = 0 and number < total`);
  await appDatabase().transaction(async (tx) => {
    await tx.delete(sitemapMarks);
    await tx.execute(sql`insert into ${sitemapMarks} (list, part, after) ${sql.join(marks, sql` union all `)}`);
  });
}
