import { type SQL, sql } from "drizzle-orm";
import type { ForgottenCount } from "@/db/vocabulary";

/** What the program itself deletes; complaints go with the decisions, and `forget_old_decisions` counts them. */
type Counted = Exclude<ForgottenCount, "complaint">;

/** Of each what it is counted by. */
const keys: Record<Counted, readonly [kind: SQL, outcome: SQL]> = {
  report: [sql`reason`, sql`outcome`],
  notice: [sql`case when child_offence then 'child_offence' else '' end`, sql`outcome`],
  sanction: [sql`kind`, sql`''`],
};

/**
 * The part of a statement that adds what another part, `gone`, deletes to the counts of its month, so that the counts of a year stay true
 * when the rows are forgotten. In one order, so that two that do it at once do not wait for each other.
 */
export function countForgotten(what: Counted): SQL {
  const [kind, outcome] = keys[what];
  return sql`insert into forgotten_counts (month, what, kind, outcome, number)
    select date_trunc('month', created_at at time zone 'UTC')::date, ${what}, ${kind}, ${outcome}, count(*)::int from gone group by 1, 3, 4 order by 1, 3, 4
    on conflict (month, what, kind, outcome) do update set number = forgotten_counts.number + excluded.number`;
}
