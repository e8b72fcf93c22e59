import { and, eq, inArray, lt, not, sql } from "drizzle-orm";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { jobSchema } from "@/db/job-schema";
import { mediaAssets } from "@/db/schema";
import { enqueue, job } from "@/lib/core/jobs";
import { deleteFile, filesOlderThan } from "@/lib/media/disk-store";
import { assetOfKey, cardsFolder } from "@/lib/media/keys";

/** Nothing that is younger can have been forgotten yet. */
const hour = 3_600_000;
/** Social cards that were drawn before are drawn again if anybody still asks for them. */
const cardsLast = 60 * 24 * hour;

/** Takes away what uploads and jobs left when they were cut off, and asks again for pictures that nobody prepares any more. */
export const tidyMedia = job({
  input: z.object({}).nullable(),
  async run() {
    await clearAway();
    await askAgain();
    for (const key of (await filesOlderThan(new Date(Date.now() - cardsLast), cardsFolder)).keys) await deleteFile(key);
  },
});

async function clearAway(): Promise<void> {
  const { keys, temporary } = await filesOlderThan(new Date(Date.now() - hour));
  for (const path of temporary) await rm(path, { force: true });
  const owners = [...new Set(keys.flatMap((key) => assetOfKey(key) ?? []))];
  const known = new Set<string>();
  for (let from = 0; from < owners.length; from += 1000) {
    const rows = await appDatabase().select({ id: mediaAssets.id }).from(mediaAssets).where(inArray(mediaAssets.id, owners.slice(from, from + 1000)));
    for (const { id } of rows) known.add(id);
  }
  for (const key of keys) {
    const owner = assetOfKey(key);
    if (owner && !known.has(owner)) await deleteFile(key);
  }
}

/** Pictures of before there were jobs, and those whose job was lost with a restored database. */
async function askAgain(): Promise<void> {
  await appDatabase().transaction(async (tx) => {
    const asked = sql`exists (select 1 from ${sql.identifier(jobSchema)}.job where name = 'make-renditions' and state < 'completed' and data ->> 'assetId' = ${mediaAssets.id}::text)`;
    const left = await tx
      .select({ id: mediaAssets.id })
      .from(mediaAssets)
      .where(and(eq(mediaAssets.state, "preparing"), lt(mediaAssets.createdAt, sql`now() - interval '1 hour'`), not(asked)))
      .limit(500);
    await enqueue(tx, left.map(({ id }) => ({ name: "make-renditions", data: { assetId: id } })));
  });
}
