import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { embeds } from "@/db/schema";
import { type Means, run } from "@/lib/embeds/jobs/fetch-snapshot";
import { keepSweeping } from "@/lib/core/sweep";

/** How many are asked at a time, so that a slow provider does not hold up the others for long. */
const atOnce = 4;

/** Seconds until the next try: ten after the first, forty after the second. */
const pause = sql`make_interval(secs => 10 * power(4, greatest(${embeds.attempts} - 1, 0)))`;

/**
 * Takes the embeds whose time has come, so that no other process asks for the same, and asks for each. One that a crash left behind is
 * taken again after the same pause.
 */
export async function askForWaitingEmbeds(means: Means): Promise<number> {
  const db = appDatabase();
  const due = db
    .select({ id: embeds.id })
    .from(embeds)
    .where(and(eq(embeds.state, "waiting"), or(isNull(embeds.askedAt), lt(embeds.askedAt, sql`now() - ${pause}`))))
    .orderBy(asc(embeds.createdAt))
    .limit(atOnce)
    .for(rowLock, { skipLocked: true });
  const taken = await db.update(embeds).set({ askedAt: sql`now()` }).where(inArray(embeds.id, due)).returning({ id: embeds.id });
  await Promise.all(taken.map(({ id }) => run({ embedId: id }, means)));
  return taken.length;
}

/** Keeps asking until it is stopped. */
export const sweepWaitingEmbeds = (means: Means) => keepSweeping(() => askForWaitingEmbeds(means), "the sweep of waiting embeds failed; the next one tries again");
