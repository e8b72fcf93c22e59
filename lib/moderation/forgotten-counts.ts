import { type SQL, sql } from "drizzle-orm";

/**
 * The part of a statement that adds what another part, `gone`, deletes to the counts of its month, so that the counts of a year stay true
 * when the rows are forgotten. In one order, so that two that do it at once do not wait for each other.
 */
export function countForgotten(what: "report" | "sanction"): SQL {
  const [kind, outcome] = what === "report" ? [sql`reason`, sql`outcome`] : [sql`kind`, sql`''`];
  return sql`insert into forgotten_counts (month, what, kind, outcome, number)
    select date_trunc('month', created_at at time zone 'UTC')::date, ${what}, ${kind}, ${outcome}, count(*)::int from gone group by 1, 3, 4 order by 1, 3, 4
    on conflict (month, what, kind, outcome) do update set number = forgotten_counts.number + excluded.number`;
}
