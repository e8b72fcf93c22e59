import { type SQL, sql } from "drizzle-orm";
import { publicFinds } from "@/db/schema";

/** From when to when, as instants in SQL; null where that side is open. */
type Days = { since: SQL | null; until: SQL | null };
type Sizes = { most: number; nearby: number };

const rows = (count: number) => sql.raw(String(count));
const always: Days = { since: null, until: null };

/**
 * The newest public stories whose `column` answers the query of a common table expression `asked`, as the expression `<name>_newest`:
 * id, section, authors, time, format and head of at most `most`. They are looked for among the newest `nearby`, and only where that is too few among
 * all the older ones: going through every story with a common word is what costs.
 */
export function newestFinds(name: string, column: SQL, narrowed: SQL, { most, nearby }: Sizes, { since, until }: Days = always): SQL {
  const named = (part: string) => sql.raw(`${name}_${part}`);
  const [first, last] = [since ?? sql`'-infinity'::timestamptz`, until ?? sql`'infinity'::timestamptz`];
  const edge = sql`coalesce((select at from ${named("edge")}), '-infinity')`;
  const found = (days: SQL) => sql`select article_id, section_id, authors, published_at, format, head from asked, ${publicFinds} where ${column} @@ query and ${days} ${narrowed} order by published_at desc limit ${rows(most)}`;
  // Almost every story is older than the edge: as a sum it is compared row by row, and not looked up in an index.
  const older = since ? sql`published_at >= ${since} and published_at < ${edge}` : sql`published_at + interval '0' < ${edge}`;
  return sql`${named("edge")} as materialized (select published_at as at from ${publicFinds} where published_at < ${last} order by published_at desc offset ${rows(nearby)} limit 1),
    ${named("near")} as materialized (${found(sql`published_at >= greatest(${edge}, ${first}) and published_at < ${last}`)}),
    ${named("far")} as (${found(sql`(select count(*) from ${named("near")}) < ${rows(most)} and ${older}`)}),
    ${named("newest")} as materialized (select * from (select * from ${named("near")} union all select * from ${named("far")}) as reached order by published_at desc limit ${rows(most)})`;
}
