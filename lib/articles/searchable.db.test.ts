import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readerDatabase } from "@/db/client";
import { articleSearch, publicSearchWords } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { renewNext, renewSearch } from "@/lib/articles/jobs/renew-search";
import type { PersonActor } from "@/lib/core/actor";
import { noFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/search";

const test = useTestDatabase();
let editor: PersonActor;
let town: { id: string };

const content = (words: string) => someContent(town.id, { headline: `A story of ${words}`, slug: `story-${crypto.randomUUID().slice(0, 8)}`, body: { type: "doc", content: [paragraphOf(words)] } });

async function publish(words: string): Promise<string> {
  const made = await createArticle.execute({ content: content(words) }, { actor: editor });
  const id = made.ok ? made.value.id : "";
  expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
  return id;
}

const takeBack = async (articleId: string, version = 2) => expect(await unpublishArticle.execute({ articleId, version, reason: "Not ours" }, { actor: editor })).toMatchObject({ ok: true });
/** What the reader's own login is shown. */
const shown = async (...words: string[]) => (await readerDatabase().select().from(publicSearchWords).where(sql`word = any (${`{${words.join(",")}}`}::text[])`)).map(({ word }) => word).sort();
const foundBy = async (question: string) => (await search(question, noFilters, "Europe/London"))?.hits.length;

beforeAll(async () => {
  editor = await somebody("editor");
  town = await someSection();
});

describe("a word that slips of typing are compared with", () => {
  it("goes with the last public story that has it", async () => {
    const first = await publish("quicksilver and marmalade");
    const second = await publish("quicksilver alone");
    expect(await shown("quicksilver", "marmalade")).toEqual(["marmalade", "quicksilver"]);
    await takeBack(first);
    expect(await shown("quicksilver", "marmalade")).toEqual(["quicksilver"]);
    await takeBack(second);
    expect(await shown("quicksilver", "marmalade")).toEqual([]);
  });

  it("is found in older stories too when it is handed on", async () => {
    const old = await publish("zeppelin");
    const vouching = await publish("zeppelin");
    await manyStories(test.migrator(), 120, editor.personId, town.id);
    await test.migrator().execute(sql`update articles set first_published_at = now() - interval '10 years' where id = ${old}`);
    await test.migrator().execute(sql`update search_words set article_id = ${vouching} where word = 'zeppelin'`);
    await takeBack(vouching);
    expect(await shown("zeppelin")).toEqual(["zeppelin"]);
  });

  it("goes when an update of the story no longer has it", async () => {
    const id = await publish("obsidian and felt");
    expect(await rewriteWorkingCopy.execute({ articleId: id, content: content("felt") }, { actor: editor })).toMatchObject({ ok: true });
    expect(await updateArticle.execute({ articleId: id, version: 2, kind: "fix", note: "" }, { actor: editor })).toMatchObject({ ok: true });
    expect(await shown("obsidian", "felt")).toEqual(["felt"]);
  });

  it("is hidden by the database's own clock while its story is under embargo", async () => {
    const id = await publish("tourmaline");
    await test.migrator().execute(sql`update articles set embargo_until = now() + interval '1 day' where id = ${id}`);
    expect(await shown("tourmaline")).toEqual([]);
    await test.migrator().execute(sql`update articles set embargo_until = null where id = ${id}`);
    expect(await shown("tourmaline")).toEqual(["tourmaline"]);
  });

  it("never stands alone: each belongs to a public story that has it", async () => {
    const orphans = await test.migrator().execute(sql`select word from public_search_words where not exists (select from articles join article_search on article_id = articles.id where published_revision_id is not null and words @@ standfirst_quoted(word)::tsquery)`);
    expect([...orphans]).toEqual([]);
  });
});

describe("stories in a former form of the index", () => {
  it("are indexed anew by the job, newest first, and what is done is not done again", async () => {
    const ids = [await publish("carbuncle"), await publish("carbuncle")];
    const db = test.migrator();
    // As a database looks that has just run every migration since 0004: plain words, nothing copied, no form.
    await db.execute(sql`alter table article_search disable trigger article_search_copies`);
    await db.execute(sql`update article_search set words = to_tsvector('simple', plain), head = '', form = 1, public_from = null, published_at = null, section_id = null`);
    await db.execute(sql`alter table article_search enable trigger article_search_copies`);
    await db.execute(sql`update search_words set article_id = null`);
    expect(await foundBy("carbuncles")).toBe(0);
    expect(await renewNext()).toBe(true);
    expect((await db.select().from(articleSearch).where(eq(articleSearch.articleId, ids[1] ?? "")))[0]).toMatchObject({ form: 2 });
    expect(await foundBy("carbuncles")).toBe(1);
    await renewSearch.run({}, new AbortController().signal);
    expect(await foundBy("carbuncles")).toBe(2);
    expect(await shown("carbuncle")).toEqual(["carbuncle"]);
    await db.execute(sql`update article_search set plain = 'untouched' where article_id = ${ids[0] ?? ""}`);
    await renewSearch.run({}, new AbortController().signal);
    expect((await db.select().from(articleSearch).where(eq(articleSearch.articleId, ids[0] ?? "")))[0]).toMatchObject({ plain: "untouched" });
    expect(await renewNext()).toBe(false);
  });

  it("leave what somebody else is at to her, and end where they are told to stop", async () => {
    const id = await publish("garnet");
    const db = test.migrator();
    await db.execute(sql`update article_search set form = 1 where article_id = ${id}`);
    const stopped = new AbortController();
    stopped.abort();
    await renewSearch.run({}, stopped.signal);
    expect((await db.select().from(articleSearch).where(eq(articleSearch.articleId, id)))[0]).toMatchObject({ form: 1 });
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from article_search where article_id = ${id} for update`);
      expect(await renewNext()).toBe(false);
    });
    expect(await renewNext()).toBe(true);
  });
});

it("the index is what migration 0005 made of a text, in every language and for every sign", async () => {
  const db = test.migrator();
  // Those functions under another name, as they stand in that migration.
  for (const statement of readFileSync("db/migrations/0005_search.sql", "utf8").split("--> statement-breakpoint"))
    if (/FUNCTION standfirst_(fold|parted|words|quoted|stems|index)\(/.test(statement)) await db.execute(sql.raw(statement.replaceAll("standfirst_", "former_")));
  const texts: [string, string][] = [
    ["en", "The café’s “well-known” voters — they're voting; O'Neill's ŉame ½ cup… back\\slash 2.5 'quoted' www.x.org/a/b a@b.c İstanbul"],
    ["de", "Die Brücken über Häuser, Größe; STRASSE „Straße“ schöne …"],
    ["fr", "Les conseillères étaient élues à l’œuvre «cœur» Ça"],
    ["es", "Las naciones, ¿señor? El niño"],
    ["ar", "المكتبات المركزية كِتَابٌ في ٢٠٢٦ أإآٱ"],
    ["fa", "کِتاب‌های تازه در ۲۰۲۶ كي"],
    ["en", "voting cafés naïve ".repeat(9_000)],
    ["de", ""],
    ["", "votes"],
  ];
  for (const [language, text] of texts) {
    const [row] = await db.execute<{ same: boolean }>(sql`select standfirst_index(${language}, ${text}, ${`${text} beside`}, ${text}) = former_index(${language}, ${text}, ${`${text} beside`}, ${text}) and standfirst_stems(${language}, ${text}) = former_stems(${language}, ${text}) as same`);
    expect(row, text.slice(0, 60)).toEqual({ same: true });
  }
  const others = await db.execute(sql`select code from (select generate_series(1, 9000) union select generate_series(64256, 65533)) as codes (code), chr(code) as sign
    where (standfirst_fold(sign) <> former_fold(sign) or standfirst_stems('en', 'x ' || sign || 'votes') <> former_stems('en', 'x ' || sign || 'votes'))`);
  expect([...others]).toEqual([]);
}, 60_000);
