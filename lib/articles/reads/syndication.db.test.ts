import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { manyStories } from "@/db/testing/many-stories";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { tagNamed } from "@/lib/articles/reads/lists";
import { storyAt } from "@/lib/articles/reads/story-at";
import { type FeedOf, feedItems, freshCards, freshCount, sitemapRows } from "@/lib/articles/reads/syndication";
import type { Block } from "@/lib/content/document";
import { createSeries } from "@/lib/series/commands/create-series";
import { placeInSeries } from "@/lib/series/commands/place-in-series";
import { newId } from "@/lib/kernel/ids";

const database = useTestDatabase();

let section: { id: string };
let other: { id: string; slug: string };
let authorId: string;
let seriesId: string;

beforeAll(async () => {
  const editor = await somebody("editor");
  authorId = editor.personId;
  [section, other] = [await someSection(), await someSection()];
  const stories = [
    { section, headline: "Signed and tagged", tags: ["Ferries"], bylines: [{ role: "by" as const, personId: editor.personId, name: "Ines" }] },
    { section: other, headline: "Tagged", tags: ["Ferries"], bylines: [{ role: "by" as const, personId: null, name: "A guest" }] },
    { section: other, headline: "Neither", tags: ["Harbours"], bylines: [{ role: "by" as const, personId: null, name: "A guest" }] },
  ];
  const begun = await createSeries.execute({ title: "The tide", slug: "", intro: "" }, { actor: editor });
  seriesId = begun.ok ? begun.value.id : "";
  const ids: string[] = [];
  for (const [index, { section: { id }, ...head }] of stories.entries()) {
    const made = await createArticle.execute({ content: someContent(id, { ...head, slug: `told-${index}` }) }, { actor: editor });
    if (!made.ok) continue;
    await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor });
    ids.push(made.value.id);
  }
  // The feed of a series is a feed: what is new is on top, wherever it stands in the series.
  for (const articleId of [ids[2], ids[0]]) if (articleId) await placeInSeries.execute({ articleId, seriesId }, { actor: editor });
});

const tagged = async (slug: string): Promise<FeedOf> => ({ of: "tag", id: (await tagNamed(slug))?.id ?? newId() });
const headlines = async (which: FeedOf) => (await feedItems(which)).map((item) => item.headline);

it("carries the paper's stories, or those of one section, tag, author or series, newest first", async () => {
  expect(await headlines({ of: "paper" })).toEqual(["Neither", "Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "sections", ids: [other.id] })).toEqual(["Neither", "Tagged"]);
  expect(await headlines(await tagged("ferries"))).toEqual(["Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "author", id: authorId })).toEqual(["Signed and tagged"]);
  expect(await headlines({ of: "series", id: seriesId })).toEqual(["Neither", "Signed and tagged"]);
  expect(await headlines(await tagged("nothing"))).toEqual([]);
});

it("news is what was first published within 48 hours, to the minute, and updating an older story makes it no news", async () => {
  const firstPublished = (headline: string, ago: string) => appDatabase().execute(sql`update articles set first_published_at = now() - ${ago}::interval where draft_headline = ${headline}`);
  await firstPublished("Signed and tagged", "47 hours 59 minutes");
  await firstPublished("Tagged", "48 hours 1 minute");
  await appDatabase().execute(sql`update articles set updated_at = now() where draft_headline = 'Tagged'`);
  expect((await freshCards(0, 10)).map((card) => card.headline)).toEqual(["Neither", "Signed and tagged"]);
  expect((await freshCards(1, 10)).map((card) => card.headline)).toEqual(["Signed and tagged"]);
  expect(await freshCount()).toBe(2);
});

it("reads what went out before there was a rule as it would go out now: without blank rows at the end of a table", async () => {
  const row = (...texts: string[]) => ({ type: "tableRow" as const, content: texts.map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, content: text ? [{ type: "text" as const, text }] : [] }] })) });
  const table: Block = { type: "table", attrs: { id: "t000000001" }, content: [row("Day", "Passengers"), row("Friday", "122"), row("", ""), row("", "")] };
  await database.migrator().update(revisions).set({ body: { type: "doc", content: [table] } }).where(eq(revisions.slug, "told-2"));
  const page = await storyAt(other.slug, "told-2");
  const [item] = await feedItems(await tagged("harbours"));
  for (const body of [page.found === "here" ? page.article.body : null, item?.body]) expect(body?.content).toEqual([{ ...table, content: table.content.slice(0, 2) }]);
});

it("tells every address once, in the order of their coming, however many come at the same instant", async () => {
  await manyStories(database.migrator(), 4690, authorId, section.id);
  // Seven at a time, and between two milliseconds.
  await database.migrator().execute(sql`update articles set first_published_at = now() - interval '3 days' + (substr(slug, 7)::int / 14) * interval '1.0007 milliseconds' where draft_hash = 'h' and slug is not null`);
  const told: string[] = [];
  for (const offset of [0, 2000]) for await (const row of sitemapRows(offset, 2000)) told.push(row.path);
  expect(told).toHaveLength(2348);
  expect(new Set(told).size).toBe(2348);
  const moments = told.flatMap((path) => (path.includes("/story-") ? [Math.floor(Number(path.split("-").at(-1)) / 14)] : []));
  expect(moments).toEqual([...moments].sort((left, right) => left - right));
});
