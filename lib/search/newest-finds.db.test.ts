import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readerDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { noFilters } from "@/lib/search/filters";
import { newestFinds } from "@/lib/search/newest-finds";
import { search } from "@/lib/search/search";

const test = useTestDatabase();

/** Every story is about one of twenty things, in turns; one in an hour, 6,000 of them public: eighteen months. */
beforeAll(async () => {
  const editor = await somebody("editor");
  const town = await someSection("town");
  await manyStories(test.migrator(), 12_000, editor.personId, town.id);
}, 120_000);

const newest = async (word: string, sizes: { most: number; nearby: number }, days?: { since: ReturnType<typeof sql> | null; until: ReturnType<typeof sql> | null }) =>
  (await readerDatabase().execute<{ at: string }>(sql`with asked as materialized (select standfirst_asked(${word}) as query), ${newestFinds("found", sql`words`, sql``, sizes, days)} select published_at as at from found_newest order by published_at desc`)).map(({ at }) => new Date(at).getTime());
const allOf = async (word: string, where = sql`true`) => (await readerDatabase().execute<{ at: string }>(sql`select published_at as at from public_finds where words @@ standfirst_asked(${word}) and ${where} order by published_at desc`)).map(({ at }) => new Date(at).getTime());

describe("the newest stories with a word", () => {
  it.each([
    ["are found nearby where there are enough", { most: 20, nearby: 2_000 }],
    ["are filled up with older ones", { most: 500, nearby: 200 }],
    ["are all there where there are few", { most: 100_000, nearby: 50 }],
    ["are all there where everything is near", { most: 100_000, nearby: 50_000 }],
  ])("%s", async (_, sizes) => {
    expect(await newest("harbour", sizes)).toEqual((await allOf("harbour")).slice(0, sizes.most));
  });

  it("are counted from the last day that was asked for", async () => {
    const days = { since: sql`now() - interval '300 days'`, until: sql`now() - interval '200 days'` };
    const wanted = await allOf("harbour", sql`published_at >= now() - interval '300 days' and published_at < now() - interval '200 days'`);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await newest("harbour", { most: 100_000, nearby: 100 }, days)).toEqual(wanted);
    expect(await newest("harbour", { most: 5, nearby: 2_000 }, days)).toEqual(wanted.slice(0, 5));
  });
});

it("of a word in very many stories the newest thousand are counted, and the years before them are offered without a number", async () => {
  const found = await search("the", noFilters, "UTC");
  expect(found).toMatchObject({ total: 1000, more: true });
  const counts = new Map(found?.years.map(({ value, count }) => [value, count]));
  const [first] = await readerDatabase().execute<{ year: number }>(sql`select extract(year from min(published_at))::int as year from public_finds`);
  expect(Math.min(...[...counts.keys()].map(Number))).toBe(first?.year);
  expect(counts.get(String(first?.year))).toBeNull();
  const oldest = await search("the", { ...noFilters, from: `${first?.year}-01-01`, to: `${first?.year}-12-31` }, "UTC");
  expect(oldest?.total).toBeGreaterThan(0);
});


it("the front's search for long reads asks an index, in a paper that has none", async () => {
  const plan = await readerDatabase().execute<{ "QUERY PLAN": string }>(sql.raw("explain select id from public_articles where format = 'feature' and lead is not null order by first_published_at desc, id desc limit 17"));
  const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(lines).toContain("revisions_long_reads");
  expect(lines).toContain("articles_published_revision");
});
