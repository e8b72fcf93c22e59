import { type SQL, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicFinds, publicPeople, publicSections } from "@/db/schema";
import type { Filters } from "@/lib/search/filters";
import { newestFinds } from "@/lib/search/newest-finds";

/** One way to narrow the search, with what it would leave; null where nobody counted that far. */
export type Facet = { value: string; name: string; count: number | null };
/** A query, and how many single words it wants. */
export type Asked = { query: SQL; words: number };
export type Counted = { total: number; best: string[]; sections: Facet[]; authors: Facet[]; formats: Facet[]; years: Facet[] };

/** So many of the newest are counted and weighed: a word that stands in every story says little about the old ones, which days lead to. */
export const counted = 1_000;
/** So many are put in order by their whole text and can be reached page by page; of what lies beyond, facets lead to the rest. */
const ordered = 100;
/** Among so many of the newest stories it is looked for first; among more where a second word, a section, an author or a format takes most of them away. */
const nearby = 4_000;
const nearbyNarrowed = 20_000;

const rows = (count: number) => sql.raw(String(count));

/**
 * How many of the public stories answer a query, which of them are best, and what each facet would leave beside the other facets that
 * are chosen; a section leaves its parts' stories too. Of many the newest are counted.
 */
export async function countedAndOrdered({ words, query }: Asked, filters: Filters, timeZone: string): Promise<Counted> {
  const without = (facet: Partial<Filters>) => Object.entries(facet).some(([name]) => filters[name as keyof Filters] !== "");
  // What a facet counts is what was found, unless something of its own kind was chosen.
  const facets = { sections: { section: "" }, authors: { author: "" }, formats: { format: "" }, years: { from: "", to: "" } };
  const ofItsOwn = Object.entries(facets).filter(([, facet]) => without(facet));
  const source = (facet: keyof typeof facets) => sql.raw(without(facets[facet]) ? `${facet}_newest` : "found_newest");
  const others = ofItsOwn.map(([name, facet]) => sql`, ${newest(name, { ...filters, ...facet }, timeZone, words)}`);
  const counts = (facet: keyof typeof facets, what: SQL) => sql`select ${what} as what, count(*)::int as stories from ${source(facet)}`;
  // One after the other: whether somebody signed anything public is worked out for those who are shown, not for everybody.
  const facet = (from: SQL, order: SQL) => sql`(select coalesce(json_agg(json_build_object('value', value, 'name', name, 'count', stories) order by ${order}), '[]') from ${from})`;
  const [row] = await readerDatabase().execute<Counted & { first: number | null }>(sql`
    with asked as materialized (select ${query} as query),
    ${newest("found", filters, timeZone, words)}${sql.join(others)},
    best as materialized (
      select article_id, published_at from asked, found_newest order by ts_rank(head, query) desc, published_at desc limit ${rows(ordered)}
    )
    select
      (select count(*)::int from found_newest) as total,
      array_to_json(array(select article_id from asked, best join ${publicFinds} using (article_id) order by ts_rank(words, query) desc, best.published_at desc, article_id)) as best,
      ${facet(sql`(select shown.slug as value, shown.name, sum(stories)::int as stories from (${counts("sections", sql`section_id`)} group by 1) as counted
        join ${publicSections} as own on own.id = what join ${publicSections} as shown on shown.id in (own.id, own.parent_id) group by shown.slug, shown.name) as named`, sql`stories desc, name`)} as sections,
      ${facet(sql`(select handle as value, name, stories from (${counts("authors", sql`person`)}, unnest(authors) as person group by 1 order by 2 desc limit 12) as counted,
        lateral (select handle, name from ${publicPeople} where id = what limit 1) as person) as named`, sql`stories desc, name`)} as authors,
      ${facet(sql`(select what as value, what as name, stories from (${counts("formats", sql`format`)} group by 1) as counted) as named`, sql`stories desc, name`)} as formats,
      ${facet(sql`(select what as value, what as name, stories from (${counts("years", yearOf(sql`published_at`, timeZone))} group by 1) as counted) as named`, sql`value desc`)} as years,
      (select ${yearOf(sql`min(published_at)`, timeZone)}::int from ${publicFinds} where (select count(*) from ${source("years")}) >= ${rows(counted)}) as first`);
  if (!row) throw new Error("A question without FROM answers with one row.");
  const { first, ...found } = row;
  return { ...found, years: first === null ? found.years : withYearsBefore(found.years, first) };
}

const yearOf = (instant: SQL, timeZone: string) => sql`extract(year from ${instant} at time zone ${timeZone}::text)::int::text`;

/** Where the newest alone were counted, the years before them are offered too: with how many, nobody knows. */
function withYearsBefore(years: readonly Facet[], first: number): Facet[] {
  const oldest = Number(years.at(-1)?.value ?? first);
  const before = Array.from({ length: Math.max(0, oldest - first) }, (_, back) => String(oldest - 1 - back));
  return [...years, ...before.map((year) => ({ value: year, name: year, count: null }))];
}

/** The newest that answer `asked` and pass the filters. */
function newest(name: string, { section, author, format, from, to }: Filters, timeZone: string, words: number): SQL {
  const dayBegins = (day: string, after = 0) => sql`(${day}::date + ${rows(after)})::timestamp at time zone ${timeZone}::text`;
  const place = [
    section ? sql`and section_id = any (array(select own.id from ${publicSections} as own left join ${publicSections} as parent on parent.id = own.parent_id where ${section} in (own.slug, parent.slug)))` : sql``,
    author ? sql`and authors @> array[(select id from ${publicPeople} where handle = ${author})]` : sql``,
    format ? sql`and format = ${format}` : sql``,
  ];
  return newestFinds(name, sql`words`, sql.join(place), { most: counted, nearby: section || author || format || words > 1 ? nearbyNarrowed : nearby }, { since: from ? dayBegins(from) : null, until: to ? dayBegins(to, 1) : null });
}
