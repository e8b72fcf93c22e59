import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articleSearch, settings } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { fillFormats } from "@/lib/articles/jobs/fill-formats";
import { renewSearch } from "@/lib/articles/jobs/renew-search";

const test = useTestDatabase();
const formats = async () => {
  const rows = await appDatabase().select({ format: articleSearch.format, number: sql<number>`count(*)::int` }).from(articleSearch).groupBy(articleSearch.format).orderBy(articleSearch.format);
  return Object.fromEntries(rows.map(({ format, number }) => [format, number]));
};
/** As they stood before the search knew formats: the trigger looks away. */
const forget = () =>
  test.migrator().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update article_search set format = 'news'`);
  });

it("a paper that was indexed before the search knew formats is brought up in small steps, goes on where it was ended, and is then left alone", async () => {
  const editor = await somebody("editor");
  const section = await someSection();
  await manyStories(test.migrator(), 900, editor.personId, section.id);
  await test.migrator().execute(sql`update revisions set format = 'analysis' where words = 900 and slug like '%8'`);
  const made = await createArticle.execute({ content: someContent(section.id, { format: "opinion", slug: "an-opinion", bylines: [{ role: "by", personId: editor.personId, name: "Ines" }] }) }, { actor: editor });
  expect(made.ok && (await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor }))).toMatchObject({ ok: true });
  await forget();
  expect(await formats()).toEqual({ news: 451 });

  let steps = 0;
  const first = await fillFormats(() => ++steps <= 1);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(91);
  await renewSearch.run(null, new AbortController().signal);
  expect(await formats()).toEqual({ analysis: 90, news: 360, opinion: 1 });

  const [{ value } = { value: null }] = await appDatabase().select({ value: settings.value }).from(settings).where(eq(settings.key, "search-formats"));
  expect(value).toEqual({ done: true });
  await forget();
  expect(await fillFormats(() => true), "asked once and for all").toBe(0);
});
