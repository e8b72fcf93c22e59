import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";

/** So much at a time: a paper that begins to tally has years of decisions. And so long a decision may still be on its way after its own time. */
const atATime = sql`interval '7 days'`;
const onItsWay = sql`interval '5 minutes'`;

/**
 * Tallies the decisions of each quarter of an hour that is over, from where the last run stopped; says how many quarters that were, counted with
 * empty ones. Two at once: the second finds nothing to do.
 */
export async function tallyDecisions(): Promise<number> {
  let tallied = 0;
  for (;;) {
    const quarters = await appDatabase().transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('tally-decisions'))`);
      const [span] = await tx.execute<{ from: string | null; until: string | null; quarters: number | null }>(sql`
        with begun as (select coalesce((select max(quarter) + interval '15 minutes' from moderation_tallies), (select date_bin('15 minutes', min(created_at), 'epoch') from moderation_events)) as at)
        select at as from, least(at + ${atATime}, date_bin('15 minutes', now() - ${onItsWay}, 'epoch')) as until, floor(extract(epoch from least(at + ${atATime}, date_bin('15 minutes', now() - ${onItsWay}, 'epoch')) - at) / 900)::int as quarters from begun`);
      if (!span?.from || !span.until || !span.quarters || span.quarters <= 0) return 0;
      await tx.execute(sql`
        insert into moderation_tallies (quarter, actor_id, first, to_status, reason_code, undoes, number)
        select date_bin('15 minutes', created_at, 'epoch'), actor_id, from_status is null, to_status, reason_code, undoes is not null, count(*) from moderation_events where created_at >= ${span.from}::timestamptz and created_at < ${span.until}::timestamptz group by 1, 2, 3, 4, 5, 6
        union all select ${span.until}::timestamptz - interval '15 minutes', null, false, 'held', null, false, 0`);
      return span.quarters;
    });
    if (quarters === 0) return tallied;
    tallied += quarters;
  }
}
