import { type SQL, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import type { ReasonCode } from "@/db/vocabulary";
import { commentAudit } from "@/lib/comments/abilities";
import type { Actor } from "@/lib/core/actor";

/** Over how many days the work can be looked at. */
export const statisticsDays = [7, 30, 90] as const;
export type StatisticsDays = (typeof statisticsDays)[number];

export type Day = { day: string; posted: number; held: number; approved: number; rejected: number };

export type Statistics = {
  days: StatisticsDays;
  /** How long comments waited for a person, in seconds, of so many of the newest decisions; null where nobody decided about any. */
  waiting: { median: number; most: number; of: number } | null;
  /** Since when the oldest comment waits that nobody decided about. */
  oldest: string | null;
  /** From the first day on, also those on which nothing was. */
  perDay: Day[];
  people: { id: string; name: string; approved: number; rejected: number; spam: number; hidden: number; undone: number }[];
  reasons: { reason: ReasonCode; number: number }[];
  appeals: { granted: number; refused: number; waiting: number };
  /** Of approvals that a second moderator looked at: with how many she agreed. */
  quality: { checked: number; agreed: number };
};

/** Of so many of the newest decisions waiting times are worked out: more would tell nothing else. */
const mostWaits = 5000;

/** Every decision since some moment by its kind: those that are tallied (lib/moderation/tally-decisions.ts), and those that are not yet. */
const told = (since: SQL) => sql`
  select quarter as at, actor_id, first, to_status, reason_code, undoes, number from moderation_tallies where quarter >= ${since}
  union all
  select created_at, actor_id, from_status is null, to_status, reason_code, undoes is not null, 1 from moderation_events
  where created_at >= greatest(${since}, coalesce((select max(quarter) from moderation_tallies) + interval '15 minutes', '-infinity'))`;

/**
 * How the moderators' work goes; null for those who may not see it. Decisions are counted from their tallies and from the newest alone, and
 * waiting times are worked out for the newest few thousand: how many comments there are makes no difference.
 */
export async function moderationStatistics(actor: Actor, days: StatisticsDays, timeZone: string): Promise<Statistics | null> {
  if (!commentAudit.check(actor, null)) return null;
  const db = appDatabase();
  const today = sql`(now() at time zone ${timeZone})::date`;
  // From midnight on, where the paper is.
  const since = sql`((${today} - ${days - 1}::int)::timestamp at time zone ${timeZone})`;
  const [waits, oldest, perDay, people, reasons, appeals, quality] = await Promise.all([
    db.execute<{ median: number | null; most: number | null; of: number }>(sql`
      select percentile_cont(0.5) within group (order by waited) as median, percentile_cont(0.95) within group (order by waited) as most, count(*)::int as of
      from (
        select extract(epoch from decided.created_at - (select max(held.created_at) from moderation_events held where held.comment_id = decided.comment_id and held.to_status = 'held' and held.created_at <= decided.created_at and held.id <> decided.id))::float8 as waited
        from (select id, comment_id, created_at from moderation_events where actor_id is not null and created_at > ${since} and from_status = 'held' and undoes is null order by created_at desc, id desc limit ${mostWaits}) as decided
      ) as waits where waited is not null`),
    db.execute<{ at: string | null }>(sql`select min(created_at) as at from comments where status = 'held'`),
    db.execute<Day>(sql`
      select to_char(each.day, 'YYYY-MM-DD') as day, coalesce(posted, 0)::int as posted, coalesce(held, 0)::int as held, coalesce(approved, 0)::int as approved, coalesce(rejected, 0)::int as rejected
      from generate_series(${today} - ${days - 1}::int, ${today}, interval '1 day') as each(day)
      left join (
        select (at at time zone ${timeZone})::date as day,
          sum(number) filter (where first) as posted,
          sum(number) filter (where to_status = 'held' and not undoes) as held,
          sum(number) filter (where to_status = 'approved' and actor_id is not null and not undoes) as approved,
          sum(number) filter (where to_status in ('rejected', 'spam') and not undoes) as rejected
        from (${told(since)}) as told group by 1
      ) as counted on counted.day = each.day::date order by each.day`),
    db.execute<Statistics["people"][number]>(sql`
      select told.actor_id as id, people.name, coalesce(sum(number) filter (where to_status = 'approved' and not undoes), 0)::int as approved, coalesce(sum(number) filter (where to_status = 'rejected' and not undoes), 0)::int as rejected, coalesce(sum(number) filter (where to_status = 'spam' and not undoes), 0)::int as spam, coalesce(sum(number) filter (where to_status = 'hidden' and not undoes), 0)::int as hidden, coalesce(sum(number) filter (where undoes), 0)::int as undone
      from (${told(since)}) as told inner join people on people.id = told.actor_id group by 1, 2 order by sum(number) desc, people.name limit 100`),
    db.execute<Statistics["reasons"][number]>(sql`select reason_code as reason, sum(number)::int as number from (${told(since)}) as told where actor_id is not null and reason_code is not null and not undoes group by 1 order by 2 desc, 1`),
    db.execute<Statistics["appeals"]>(sql`select count(*) filter (where outcome = 'granted' and decided_at > ${since})::int as granted, count(*) filter (where outcome = 'refused' and decided_at > ${since})::int as refused, count(*) filter (where outcome = 'pending')::int as waiting from appeals`),
    db.execute<Statistics["quality"]>(sql`select count(*)::int as checked, count(*) filter (where agrees)::int as agreed from quality_checks where created_at > ${since}`),
  ]);
  const [wait] = waits;
  return {
    days,
    waiting: wait && wait.of > 0 ? { median: wait.median ?? 0, most: wait.most ?? 0, of: wait.of } : null,
    oldest: oldest[0]?.at ? new Date(oldest[0].at).toISOString() : null,
    perDay: [...perDay],
    // Whoever only withdrew or erased something decided nothing that is counted here.
    people: people.filter(({ approved, rejected, spam, hidden, undone }) => approved + rejected + spam + hidden + undone > 0),
    reasons: [...reasons],
    appeals: appeals[0] ?? { granted: 0, refused: 0, waiting: 0 },
    quality: quality[0] ?? { checked: 0, agreed: 0 },
  };
}
