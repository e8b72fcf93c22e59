import { createHmac } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { rateWindows } from "@/db/schema";
import type { Limit } from "@/lib/core/limits";
import { rateLimited } from "@/lib/kernel/failure";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok, type Result } from "@/lib/kernel/result";

/**
 * Counts one more against a limit, in a window shared by all processes, and refuses when it is over. Counted outside the caller's
 * transaction: an attempt that failed was an attempt. Keys are stored as keyed hashes.
 */
export async function countAgainst(limit: Limit, key: string): Promise<Result<null>> {
  const [row] = await appDatabase()
    .insert(rateWindows)
    .values({ key: hashed(limit, key), count: 1, expiresAt: sql`now() + make_interval(secs => ${limit.seconds})` })
    .onConflictDoUpdate({
      target: rateWindows.key,
      set: {
        count: sql`case when ${rateWindows.expiresAt} <= now() then 1 else ${rateWindows.count} + 1 end`,
        expiresAt: sql`case when ${rateWindows.expiresAt} <= now() then now() + make_interval(secs => ${limit.seconds}) else ${rateWindows.expiresAt} end`,
      },
    })
    .returning({ count: rateWindows.count, wait });
  return !row || row.count <= limit.max ? ok(null) : tooOften(row.wait);
}

/** Refuses where a limit is used up, and counts nothing: for limits that only count what went wrong. */
export async function askAgainst(limit: Limit, key: string): Promise<Result<null>> {
  const [row] = await appDatabase()
    .select({ count: rateWindows.count, wait })
    .from(rateWindows)
    .where(and(eq(rateWindows.key, hashed(limit, key)), gt(rateWindows.expiresAt, sql`now()`)));
  return !row || row.count < limit.max ? ok(null) : tooOften(row.wait);
}

/** Takes one back that was counted beforehand and turned out well: counted first, so that many at once cannot slip through. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await appDatabase()
    .update(rateWindows)
    .set({ count: sql`${rateWindows.count} - 1` })
    .where(and(eq(rateWindows.key, hashed(limit, key)), gt(rateWindows.count, 0)));
}

const hashed = (limit: Limit, key: string) => createHmac("sha256", fromProcess("env").secret).update(`rate:${limit.name}:${key}`).digest("base64url");

/** Seconds until the window is over. */
const wait = sql<number>`greatest(1, ceil(extract(epoch from ${rateWindows.expiresAt} - now())))`.mapWith(Number);

function tooOften(seconds: number): Result<null> {
  return fail(rateLimited("too_often", `That was often enough for now. Please try again in ${inWords(seconds)}.`, { retryAfter: seconds }));
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}
