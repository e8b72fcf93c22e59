import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { greatPaper } from "@/db/testing/great-paper";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { renewSearch } from "@/lib/articles/jobs/renew-search";
import { pairWords } from "@/lib/articles/word-pairs";
import type { PersonActor } from "@/lib/core/actor";
import { noFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/search";

const database = useTestDatabase();

let orla: PersonActor;
let section: { id: string };
const ids = new Map<string, string>();
const id = (headline: string) => ids.get(headline) ?? "";

async function publish(headline: string, ...paragraphs: string[]): Promise<void> {
  const body = { type: "doc" as const, content: paragraphs.map((text) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] })) };
  const made = await createArticle.execute({ content: someContent(section.id, { headline, slug: headline.toLowerCase().replaceAll(" ", "-"), standfirst: "", body }) }, { actor: orla });
  if (!made.ok) throw new Error(made.failure.message);
  ids.set(headline, made.value.id);
  expect(await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: orla })).toMatchObject({ ok: true });
}
const found = async (asked: string) => ((await search(asked, noFilters, "UTC"))?.hits ?? []).map((hit) => hit.headline.map(({ text }) => text).join("")).sort();
const waiting = async () => (await appDatabase().execute<{ many: number }>(sql`select count(*)::int as many from article_word_pairs where pairs is null`))[0]?.many;
const pairAll = async () => {
  while ((await pairWords()) > 0);
};

beforeAll(async () => {
  orla = await somebody("editor");
  section = await someSection();
  await publish("Quay", "The night ferry sails.", "It is late.");
  await publish("Pier", "A ferry at night is no night for a ferry.", "Ferry, night.");
  await publish("Brücke", "Die Nacht-Fähre fährt: über die Brücke, sagt „Café Ölmühle“.");
  await publish("قایق", "کتابخانه‌ی مرکزی شهر باز شد.");
});

it("finds the same phrases before the words of a story are paired and afterwards, in any script and across a hyphen", async () => {
  expect(await waiting()).toBe(4);
  const asked = { "\"night ferry\"": ["Quay"], "\"ferry night\"": ["Pier"], "\"the night ferry sails\"": ["Quay"], "\"sails it is late\"": ["Quay"], "\"ferry sails night\"": [], "\"nacht fahre fahrt\"": ["Brücke"], "\"cafe olmuhle\"": ["Brücke"], "\"مرکزي شهر\"": ["قایق"], "\"night ferry\" \"is late\" quay": ["Quay"] };
  for (const [question, headlines] of Object.entries(asked)) expect(await found(question), question).toEqual(headlines);
  await renewSearch.run(null, new AbortController().signal);
  expect(await waiting()).toBe(0);
  for (const [question, headlines] of Object.entries(asked)) expect(await found(question), question).toEqual(headlines);
});

it("whatever stands side by side in a story is among its pairs", async () => {
  const [row] = await appDatabase().execute<{ beside: number; missing: number }>(sql`with told as (select article_id, words, regexp_split_to_array(btrim(plain), '[^[:alnum:]]+') as spoken from article_search),
    beside as (select article_id, spoken[place] || ' ' || spoken[place + 1] as phrase from told, generate_series(1, cardinality(spoken) - 1) as place where words @@ phraseto_tsquery('pg_catalog.simple', standfirst_parted(standfirst_fold(spoken[place] || ' ' || spoken[place + 1]))))
    select count(*)::int as beside, (count(*) filter (where not pairs @> standfirst_word_pairs(standfirst_words(phrase))))::int as missing from beside join article_word_pairs using (article_id)`);
  expect(row?.beside).toBeGreaterThan(20);
  expect(row?.missing).toBe(0);
});

it("a story that is changed waits again, is found by what it says now meanwhile, and goes with what is taken back", async () => {
  await appDatabase().execute(sql`update article_search set words = standfirst_index('en', 'Quay', '', 'The day ferry sails') where article_id = ${id("Quay")}::uuid`);
  expect(await waiting()).toBe(1);
  expect([await found("\"day ferry\""), await found("\"night ferry\"")]).toEqual([["Quay"], []]);
  await pairAll();
  expect([await found("\"day ferry\""), await found("\"night ferry\"")]).toEqual([["Quay"], []]);
  expect(await updateArticle.execute({ articleId: id("Pier"), version: 2, kind: "fix", note: "" }, { actor: orla })).toMatchObject({ ok: true });
  expect(await waiting(), "the same words are paired already").toBe(0);
  expect(await unpublishArticle.execute({ articleId: id("Pier"), version: 3, reason: "Wrong." }, { actor: orla })).toMatchObject({ ok: true });
  expect(await found("\"ferry night\"")).toEqual([]);
});

it("of a paper that came before pairs, stories without a row are found by their phrases, and get one in turns, once", async () => {
  await database.migrator().execute(sql`delete from article_word_pairs`);
  await database.migrator().execute(sql`delete from settings where key = 'word-pairs'`);
  const rows = async () => (await appDatabase().execute<{ id: string }>(sql`select article_id as id from article_word_pairs`)).map((row) => row.id);
  expect([await found("\"day ferry\""), await found("\"nacht fahre fahrt\"")]).toEqual([["Quay"], ["Brücke"]]);
  // Somebody publishes one of them again before its turn: its row is made then, with what holds now.
  await appDatabase().execute(sql`update article_search set words = standfirst_index('en', 'Quay', '', 'The last ferry sails') where article_id = ${id("Quay")}::uuid`);
  expect(await rows()).toEqual([id("Quay")]);
  expect([await found("\"last ferry\""), await found("\"day ferry\""), await found("\"nacht fahre fahrt\"")]).toEqual([["Quay"], [], ["Brücke"]]);
  await renewSearch.run(null, new AbortController().signal);
  expect((await rows()).sort()).toEqual([id("Quay"), id("Brücke"), id("قایق")].sort());
  expect(await waiting()).toBe(0);
  expect([await found("\"last ferry\""), await found("\"nacht fahre fahrt\""), await found("\"مرکزي شهر\"")]).toEqual([["Quay"], ["Brücke"], ["قایق"]]);
  const [asked] = await appDatabase().execute<{ many: number }>(sql`select count(*)::int as many from public_unpaired`);
  expect(asked?.many).toBe(0);
});

it("two who pair at once take different stories", async () => {
  await appDatabase().execute(sql`update article_word_pairs set pairs = null`);
  const [first, second] = await Promise.all([pairWords(), pairWords()]);
  expect(first + second).toBe(3);
  expect(await waiting()).toBe(0);
});

it("of thousands of stories that have the words somewhere few are asked for the phrase, and the old one that has it is found", async () => {
  await greatPaper(database.migrator(), 8000);
  // All have both words; one of the oldest has them side by side.
  await database.migrator().execute(sql`update article_search set words = standfirst_index('en', '', '', 'Salt of the sea ' || article_id || ' and marsh of the wind') where article_id in (select id from articles where draft_hash = 'great')`);
  const [oldest] = await database.migrator().execute<{ id: string }>(sql`select id from articles where slug = 'great-7990'`);
  await database.migrator().execute(sql`update article_search set words = standfirst_index('en', '', '', 'A salt marsh') where article_id = ${oldest?.id ?? ""}::uuid`);
  await pairAll();
  const asked = await appDatabase().execute<{ id: string }>(sql`select article_id as id from article_word_pairs where pairs @> standfirst_word_pairs(standfirst_words('salt marsh'))`);
  expect(asked.map((row) => row.id)).toContain(oldest?.id);
  expect(asked.length).toBeLessThan(8000 / 40);
  expect((await search("\"salt marsh\"", noFilters, "UTC"))?.hits.map((hit) => hit.id)).toEqual([oldest?.id]);
}, 120_000);
