import { type SQL, sql } from "drizzle-orm";
import { publicFinds, publicUnpaired, publicWordPairs } from "@/db/schema";

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
  const found = (within: SQL) => sql`select ${shown} from asked, ${publicFinds} where ${column} @@ query and ${within} ${narrowed} order by published_at desc limit ${rows(most)}`;
  return newest(name, found, { most, nearby }, { since, until });
}

/**
 * The same for a query that holds phrases, of which `pairs` are the pairs of words: in the order of days, and of each story that has all the
 * pairs it is asked whether it has the phrase, until that is enough. What is not in pairs yet is asked too. To put the words of every story
 * that has them somewhere in their places is what costs: of words that are in most stories, seconds.
 */
export function newestWithPairs(name: string, pairs: SQL, narrowed: SQL, { most, nearby }: Sizes, days: Days = always): SQL {
  // With an offset each is planned by itself: PostgreSQL would ask the index of words first, and ask all for the phrase before it puts them in order.
  const found = (within: SQL) => sql`select found.* from (select article_id, published_at from ${publicWordPairs} where (pairs @> ${pairs} or pairs is null) and ${within} union all select article_id, published_at from ${publicUnpaired} where ${within} order by published_at desc offset 0) as candidate
    cross join lateral (select ${shown} from asked, ${publicFinds} where article_id = candidate.article_id and words @@ query ${narrowed} offset 0) as found
    order by candidate.published_at desc limit ${rows(most)}`;
  return newest(name, found, { most, nearby }, days);
}

const shown = sql.raw("article_id, section_id, authors, published_at, format, head");

/** What `found` finds among the newest `nearby`, and beyond them where that is too few. */
function newest(name: string, found: (within: SQL) => SQL, { most, nearby }: Sizes, { since, until }: Days): SQL {
  const named = (part: string) => sql.raw(`${name}_${part}`);
  const [first, last] = [since ?? sql`'-infinity'::timestamptz`, until ?? sql`'infinity'::timestamptz`];
  const edge = sql`coalesce((select at from ${named("edge")}), '-infinity')`;
  // Almost every story is older than the edge: as a sum it is compared row by row, and not looked up in an index.
  const older = since ? sql`published_at >= ${since} and published_at < ${edge}` : sql`published_at + interval '0' < ${edge}`;
  return sql`${named("edge")} as materialized (select published_at as at from ${publicFinds} where published_at < ${last} order by published_at desc offset ${rows(nearby)} limit 1),
    ${named("near")} as materialized (${found(sql`published_at >= greatest(${edge}, ${first}) and published_at < ${last}`)}),
    ${named("far")} as (${found(sql`(select count(*) from ${named("near")}) < ${rows(most)} and ${older}`)}),
    ${named("newest")} as materialized (select * from (select * from ${named("near")} union all select * from ${named("far")}) as reached order by published_at desc limit ${rows(most)})`;
}
