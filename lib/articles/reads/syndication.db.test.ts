import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, articleTags, people, revisions, tags } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { manyStories } from "@/db/testing/many-stories";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { markSitemaps } from "@/lib/articles/jobs/mark-sitemaps";
import { tagNamed } from "@/lib/articles/reads/lists";
import { storyAt } from "@/lib/articles/reads/story-at";
import { type FeedOf, feedItems, freshCards, freshCount, listPart, listParts, publicExtent, publicHandles, publicTagSlugs, sitemapRows } from "@/lib/articles/reads/syndication";
import type { Block } from "@/lib/content/document";
import { createSeries } from "@/lib/series/commands/create-series";
import { placeInSeries } from "@/lib/series/commands/place-in-series";
import { newId } from "@/lib/kernel/ids";

const database = useTestDatabase();

let section: { id: string; slug: string };
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

it("tells every address once, in the order of their coming, and gives a story that comes back its place", async () => {
  await manyStories(database.migrator(), 4690, authorId, section.id);
  const told = async () => {
    const paths: string[] = [];
    for (const first of [0, 2000]) for await (const row of sitemapRows(first, 2000)) paths.push(row.path);
    return paths;
  };
  const all = await told();
  expect(all.slice(0, 3)).toEqual(["told-0", "told-1", "told-2"].map((slug, index) => `/${(index ? other : section).slug}/${slug}`));
  expect(all).toHaveLength(2348);
  expect(new Set(all).size).toBe(2348);
  expect(await publicExtent()).toBe(2348);

  const editor = await somebody("editor");
  const [story] = await appDatabase().select({ id: articles.id, version: articles.version }).from(articles).where(eq(articles.slug, "told-1"));
  const taken = await unpublishArticle.execute({ articleId: story?.id ?? "", version: story?.version ?? 0, reason: "A test" }, { actor: editor });
  expect(taken.ok).toBe(true);
  expect(await told()).toEqual(all.toSpliced(1, 1));
  expect(await publicExtent()).toBe(2348);
  const [back] = await appDatabase().select({ version: articles.version }).from(articles).where(eq(articles.slug, "told-1"));
  expect((await publishArticle.execute({ articleId: story?.id ?? "", version: back?.version ?? 0 }, { actor: editor })).ok).toBe(true);
  expect(await told()).toEqual(all);
});

it("names every tag and every author that readers find something by, each once, and no other", async () => {
  const all = async (names: AsyncIterable<string>) => {
    const found: string[] = [];
    for await (const name of names) found.push(name);
    return found;
  };
  expect((await all(publicTagSlugs())).sort()).toEqual(["ferries", "harbours"]);
  const [author] = await appDatabase().select({ handle: people.handle }).from(people).where(eq(people.id, authorId));
  expect(await all(publicHandles())).toEqual([author?.handle]);
  // More than are asked for at once.
  const [story] = await appDatabase().select({ id: articles.id }).from(articles).where(eq(articles.slug, "told-0"));
  await appDatabase().execute(sql`with made as (insert into ${tags} (id, slug, name) select gen_random_uuid(), 'many-' || number, 'Many ' || number from generate_series(1, 1500) as number returning id)
    insert into ${articleTags} (article_id, tag_id, position, published_at) select ${story?.id}, id, 100 + row_number() over (), now() from made`);
  expect(new Set(await all(publicTagSlugs())).size).toBe(1502);
  await appDatabase().execute(sql`delete from ${articleTags} where position >= 100`);
  expect((await all(publicTagSlugs())).length).toBe(2);
});

it("cuts the lists of the sitemap where they grow long, names each address once, and knows no part beyond the last", async () => {
  const [story] = await appDatabase().select({ id: articles.id }).from(articles).where(eq(articles.slug, "told-0"));
  await appDatabase().execute(sql`with made as (insert into ${tags} (id, slug, name) select gen_random_uuid(), 'cut-' || number, 'Cut ' || number from generate_series(1, 250) as number returning id)
    insert into ${articleTags} (article_id, tag_id, position, published_at) select ${story?.id}, id, 100 + row_number() over (), now() from made`);
  await markSitemaps(100);
  const all = async (list: "tags" | "authors", parts: number) => {
    const found: string[][] = [];
    for (let part = 0; part < parts; part++) {
      const names: string[] = [];
      for await (const name of (await listPart(list, part)) ?? []) names.push(name);
      found.push(names);
    }
    return found;
  };
  const { tags: parts, authors } = await listParts();
  expect(authors).toBe(1);
  expect(parts).toBeGreaterThanOrEqual(3);
  const found = await all("tags", parts);
  for (const part of found) expect(part.length).toBeLessThanOrEqual(100);
  expect(new Set(found.flat()).size).toBe(252);
  expect(found.flat()).toHaveLength(252);
  expect([await listPart("tags", parts), await listPart("authors", 1)]).toEqual([null, null]);
  // What comes between two turns of the job stands in the last part, and what was cut once stays so when it is done again.
  await appDatabase().insert(tags).values({ id: "ffffffff-ffff-7fff-bfff-fffffffffffe", slug: "late", name: "Late" });
  await appDatabase().insert(articleTags).values({ articleId: story?.id ?? "", tagId: "ffffffff-ffff-7fff-bfff-fffffffffffe", position: 99, publishedAt: new Date() });
  expect((await all("tags", parts)).at(-1)).toContain("late");
  await markSitemaps(100);
  expect((await all("tags", parts)).slice(0, -1)).toEqual(found.slice(0, -1));
  await appDatabase().execute(sql`delete from ${articleTags} where position >= 99`);
  await markSitemaps();
  expect(await listParts()).toEqual({ tags: 1, authors: 1 });
});
