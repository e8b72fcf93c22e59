import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentRevisions, comments, discussions } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";

type Heated = Pick<typeof discussions.$inferSelect, "id" | "heatedUntil">;

/** What makes wait for who writes, whence, how fast or where says nothing of a flood: only what is said does. */
const notOfTheText = ["read_first", "newness", "history", "reviewed", "shielded", "network", "hurry"];

/** Why a discussion is heated: so many in a minute, or so many of the last minutes' that had to wait for what they say. */
export type Heat = { aMinute: number } | { held: number; of: number };

/**
 * Looks whether so much comes at once under a story, or so much of it that has to wait, that everybody there must go slower for a while;
 * then says so with the discussion, whose row the caller has locked. Returns why where that is new, null where nothing changed.
 */
export async function feelHeat(tx: Transaction, { id, heatedUntil }: Heated, now: Date): Promise<Heat | null> {
  const { lastsMinutes } = commentSettings.heat;
  // A flood that goes on is looked at again in the last third of its time.
  if (heatedUntil && heatedUntil.getTime() - now.getTime() > (lastsMinutes / 3) * 60_000) return null;
  const heat = await heatOf(tx, id, now);
  if (!heat) return null;
  await tx.update(discussions).set({ heatedUntil: new Date(now.getTime() + lastsMinutes * 60_000) }).where(eq(discussions.id, id));
  return heatedUntil && heatedUntil > now ? null : heat;
}

async function heatOf(tx: Transaction, discussionId: string, now: Date): Promise<Heat | null> {
  const { aMinute, minutes, least, share } = commentSettings.heat;
  const since = new Date(now.getTime() - minutes * 60_000);
  // What nobody confirmed nobody said.
  const here = and(eq(comments.discussionId, discussionId), gt(comments.createdAt, since), ne(comments.status, "unverified"));
  const [counted] = await tx.select({ all: sql<number>`count(*)`.mapWith(Number), lately: sql<number>`count(*) filter (where ${comments.createdAt} > ${new Date(now.getTime() - 60_000).toISOString()}::timestamptz)`.mapWith(Number) }).from(comments).where(here);
  if (!counted) return null;
  if (counted.lately > aMinute) return { aMinute: counted.lately };
  if (counted.all < least) return null;
  const said = sql`exists (select from jsonb_array_elements(${commentRevisions.signals}) as signal where signal ->> 'severity' in ('hold', 'spam', 'reject') and not (signal ->> 'phase' = any (${`{${notOfTheText.join(",")}}`}::text[])))`;
  const [waiting] = await tx.select({ number: sql<number>`count(*)`.mapWith(Number) }).from(comments).innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId)).where(and(here, inArray(comments.status, ["held", "spam", "rejected"]), said));
  return waiting && waiting.number / counted.all > share ? { held: waiting.number, of: counted.all } : null;
}

/** How long one person waits between two comments under a story, in seconds, heated or not. */
export const slowedBy = (slowModeSeconds: number, heatedUntil: Date | null, now: Date): number => (heatedUntil && heatedUntil > now ? Math.max(slowModeSeconds, commentSettings.heat.slowModeSeconds) : slowModeSeconds);
