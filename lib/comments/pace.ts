import { and, count, desc, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments } from "@/db/schema";
import { refusal } from "@/lib/comments/refusals/refusal";
import { commentSettings } from "@/lib/comments/settings";
import type { TrustLevel } from "@/lib/comments/trust";
import type { Failure } from "@/lib/kernel/failure";

type Going = { own: SQL; trust: TrustLevel; approvedBefore: number; discussionId: string; /** The thread that is answered; null where one is begun. */ rootId: string | null; now: Date };

/** What was never sent as far as anybody knows does not count. */
const counts = and(ne(comments.status, "unverified"), ne(comments.status, "purged"));

/** Whether somebody goes too fast: too soon after her last comment, too many in an hour or a day, too many that wait here before anything of hers was approved, or too many answers in a row. Null: she may go on. */
export async function paceRefusal(tx: Transaction, { own, trust, approvedBefore, discussionId, rootId, now }: Going): Promise<Failure | null> {
  const { between, hour, day, beforeApproval, inARow } = commentSettings.pace;
  const since = (seconds: number) => sql`${comments.createdAt} > ${new Date(now.getTime() - seconds * 1000).toISOString()}::timestamptz`;
  const [hourAgo, dayAgo] = [since(3600), since(86_400)];
  // Of whoever is new all is looked at, which is little: how much of it waits here decides, too. Who is known at all, by a moderator's word or since readers saw enough of hers, is not.
  const isNew = trust === 0 && approvedBefore === 0;
  const [row] = await tx
    .select({
      last: sql<Date | null>`max(${comments.createdAt}) filter (where ${dayAgo})`.mapWith(comments.createdAt),
      inDay: sql<number>`count(*) filter (where ${dayAgo})`.mapWith(Number),
      inHour: sql<number>`count(*) filter (where ${hourAgo})`.mapWith(Number),
      firstOfHour: sql<Date | null>`min(${comments.createdAt}) filter (where ${hourAgo})`.mapWith(comments.createdAt),
      firstOfDay: sql<Date | null>`min(${comments.createdAt}) filter (where ${dayAgo})`.mapWith(comments.createdAt),
      here: sql<number>`count(*) filter (where ${comments.discussionId} = ${discussionId} and ${comments.status} = 'held')`.mapWith(Number),
    })
    .from(comments)
    .where(and(own, counts, isNew ? undefined : dayAgo));
  const left = (from: Date | null | undefined, seconds: number) => (from ? Math.ceil(seconds - (now.getTime() - from.getTime()) / 1000) : 0);
  const tooOften = (wait: number) => refusal("rate_limited", "too_often", { retryAfter: Math.max(1, wait) });
  if (row) {
    const soon = left(row.last, between[trust] ?? 0);
    if (soon > 0) return tooOften(soon);
    if (row.inHour >= (hour[trust] ?? 0)) return tooOften(left(row.firstOfHour, 3600));
    if (row.inDay >= (day[trust] ?? 0)) return tooOften(left(row.firstOfDay, 86_400));
  }
  if (isNew && (row?.here ?? 0) >= beforeApproval) return refusal("rate_limited", "first_ones_wait");
  return rootId && (await lastOf(tx, rootId, own, inARow[trust] ?? 0)) ? refusal("rate_limited", "in_a_row") : null;
}

/** Whether the last so many comments of a thread are all hers. */
async function lastOf(tx: Transaction, rootId: string, own: SQL, many: number): Promise<boolean> {
  const seen = sql`(${comments.status} in ('published', 'approved', 'hidden') or ${comments.replyCount} > 0)`;
  const last = tx.select({ isOwn: sql<boolean>`coalesce((${own}), false)`.as("is_own") }).from(comments).where(and(eq(comments.rootId, rootId), gt(comments.depth, 0), seen)).orderBy(desc(comments.createdAt), desc(comments.id)).limit(many).as("last");
  const [row] = await tx.select({ number: count(), own: sql<number>`count(*) filter (where ${last.isOwn})`.mapWith(Number) }).from(last);
  return row !== undefined && row.number === many && row.own === many;
}
