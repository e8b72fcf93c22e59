import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { sections } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { storyPicker } from "@/lib/articles/reads/story-picker";
import type { StoryContent } from "@/lib/content/document";
import type { PersonActor } from "@/lib/core/actor";
import { pictureLibrary } from "@/lib/media/reads/library";
import { type Filters, filtersOf, noFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/search";
import { type Naming, suggestionsFor } from "@/lib/search/suggestions";

const database = useTestDatabase();

/** Words of which folding leaves nothing, or signs that mean something in a question. */
const oddWords = ["\u0301", "a\u202e\u0301\u200d😀", "\u0640", "\u0640\u064b", "\u02bc", "\u0149", "⑴", "½", "\u02d0", "\u02b9a", "ﷺ", "㎏", "\u{1d400}", "\u0345", "ª", "&", "a\\", "!b", "c:*", "(d"];

const english: Naming = { language: "en", kinds: { section: "Section", author: "Author" } };
let editor: PersonActor;
let quill: PersonActor;
let town: { id: string; slug: string };
let sport: { id: string; slug: string };

async function publish(headline: string, body: string, changes: Partial<StoryContent> = {}): Promise<string> {
  const made = await createArticle.execute({ content: someContent(town.id, { headline, slug: `story-${headline.length}-${crypto.randomUUID().slice(0, 8)}`, body: { type: "doc", content: [paragraphOf(body)] }, bylines: [{ role: "by", personId: quill.personId, name: quill.name }], ...changes }) }, { actor: editor });
  const id = made.ok ? made.value.id : "";
  expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
  return id;
}

const ask = (typed: string, filters: Partial<Filters> = {}, after: string | null = null) => search(typed, { ...noFilters, ...filters }, "Europe/London", after);
const headlines = async (typed: string, filters: Partial<Filters> = {}) => (await ask(typed, filters))?.hits.map((hit) => hit.headline.map((part) => part.text).join("")).sort();
const markedWords = async (typed: string) => (await ask(typed))?.hits.flatMap((hit) => [...hit.headline, ...hit.snippet]).flatMap((part) => (part.hit ? part.text : []));

beforeAll(async () => {
  editor = await somebody("editor", "Ines Marlowe");
  quill = await somebody("author", "Tomas Quill");
  town = await someSection("town");
  sport = await someSection("sport", "sport");
  await publish("Council votes", "They were voting on the night ferry until dawn, and the well-known café paid 2.5 million.");
  await publish("A ferry at night", "The boat sailed.", { sectionId: sport.id, bylines: [{ role: "by", personId: editor.personId, name: editor.name }] });
  await publish("Die Brücken", "Alle Häuser am Fluss sind gesperrt.", { language: "de" });
  await publish("Les élections", "Les conseillères étaient élues.", { language: "fr" });
  await publish("Las naciones", "Los barcos salieron.", { language: "es" });
  await publish("المكتبات المركزية", "افتتحت المدينة مكتبة جديدة.", { language: "ar" });
  await publish("بازگشایی کتابخانه", "کِتاب‌های تازه در ۲۰۲۶.", { language: "fa" });
});

it("a format narrows a search, and says of each how many it would leave beside what else is chosen", async () => {
  await publish("Who pays for the kiosk", "A kiosk is dear.", { format: "analysis" });
  await publish("Kiosk opens", "A kiosk.");
  const changed = await publish("Kiosk closes", "A kiosk.");
  const facets = async (filters: Partial<Filters> = {}) => (await ask("kiosk", filters))?.formats.map(({ value, count }) => [value, count]);
  expect(await facets()).toEqual([["news", 2], ["analysis", 1]]);
  expect(await headlines("kiosk", { format: "analysis" })).toEqual(["Who pays for the kiosk"]);
  expect(await facets({ format: "analysis" }), "the others can still be chosen").toEqual([["news", 2], ["analysis", 1]]);
  expect((await ask("kiosk", { format: "analysis" }))?.sections.map(({ count }) => count)).toEqual([1]);
  expect(await facets({ section: sport.slug })).toEqual([]);
  // What a story is goes with what readers see of it.
  await rewriteWorkingCopy.execute({ articleId: changed, content: someContent(town.id, { headline: "Kiosk closes", format: "obituary", body: { type: "doc", content: [paragraphOf("A kiosk.")] } }) }, { actor: editor });
  expect((await updateArticle.execute({ articleId: changed, version: 2, kind: "fix", note: "Its kind." }, { actor: editor })).ok).toBe(true);
  expect(await headlines("kiosk", { format: "obituary" })).toEqual(["Kiosk closes"]);
  expect(filtersOf({ format: "obituary" }).format).toBe("obituary");
  expect(filtersOf({ format: "novel" }).format).toBe("");
});

describe("a question", () => {
  it.each([
    ["vote", ["Council votes"]],
    ["votes ferries", ["Council votes"]],
    ["FERRIES", ["A ferry at night", "Council votes"]],
    ["Brücke", ["Die Brücken"]],
    ["haus", ["Die Brücken"]],
    ["Hauser", ["Die Brücken"]],
    ["élection", ["Les élections"]],
    ["conseillere", ["Les élections"]],
    ["nación", ["Las naciones"]],
    ["barco", ["Las naciones"]],
    ["مكتبة", ["المكتبات المركزية"]],
    ["كتابخانه", ["بازگشایی کتابخانه"]],
    ["2026", ["بازگشایی کتابخانه"]],
    ["2.5", ["Council votes"]],
    ["well-known cafe", ["Council votes"]],
    ["Quill night", ["Council votes"]],
    ['"night ferry"', ["Council votes"]],
    ["„ferry at night“", ["A ferry at night"]],
    ['"night ferries"', []],
    ['"ferry night"', []],
    ['"night ferry', ["Council votes"]],
    ['ferry "was voting"', []],
    ["= & | ! :* \\ ' ŉ", []],
    ["en", []],
    ["'; drop table articles; --", []],
  ])("finds other forms of a word in each language, and phrases as they are: %s", async (typed, wanted) => {
    const found = await ask(typed);
    expect(found?.instead ? [] : await headlines(typed)).toEqual(wanted);
  });

  it.each(oddWords)("may be of any signs: %j finds something or nothing, and what is asked beside it", async (odd) => {
    expect((await ask(odd))?.hits ?? []).toBeInstanceOf(Array);
    expect(await ask(`"night ${odd} ferry"`)).toBeTruthy();
    expect((await suggestionsFor(`ferry ${odd}`, english)).length).toBeLessThanOrEqual(8);
    expect((await suggestionsFor(`${odd}${odd}${odd}`, english)).length).toBeLessThanOrEqual(8);
    expect(await storyPicker(editor, `ferry ${odd}`)).toBeInstanceOf(Array);
    expect(await storyPicker(editor, odd)).toBeInstanceOf(Array);
    expect(await pictureLibrary(editor, { q: odd })).toMatchObject({ ok: true });
  });

  it("finds a word whatever marks stand alone beside it", async () => {
    for (const odd of ["\u0301", "\u0640", "\u064e\u0651"]) expect(await headlines(`ferry ${odd}`), JSON.stringify(odd)).toEqual(await headlines("ferry"));
  });

  it("is none without a letter or figure", async () => {
    expect(await ask("\u0301 \u0640")).toBeNull();
    expect(await ask("")).toBeNull();
    expect(await ask("“ ” …")).toBeNull();
  });

  it("marks what was found, in the form that stands there", async () => {
    expect(await markedWords("vote")).toEqual(["votes", "voting"]);
    expect(await markedWords('"night ferry"')).toEqual(["night", "ferry"]);
    expect(await markedWords("مكتبة")).toEqual(["المكتبات", "مكتبة"]);
  });
});

describe("a slip of typing", () => {
  it.each([
    ["feryr", "ferry"],
    ["ferrry votes", "ferry votes"],
    ["Brucjen", "brucken"],
    ["conuncil", "council"],
    ["كتابخاهن", "کتابخانه"],
  ])("%s is answered with what stands under %s", async (typed, meant) => {
    const found = await ask(typed);
    expect(found?.total).toBeGreaterThan(0);
    expect(found?.question).toBe(meant);
    expect(found?.instead).toBe(typed !== meant);
  });

  it("offers no word of stories that were taken back or are under embargo", async () => {
    const gone = await publish("Zanzibar", "Zanzibar lies far away.");
    expect((await ask("Zanzibra"))?.question).toBe("zanzibar");
    expect(await unpublishArticle.execute({ articleId: gone, version: 2, reason: "Not ours" }, { actor: editor })).toMatchObject({ ok: true });
    expect(await ask("Zanzibra")).toMatchObject({ question: "Zanzibra", total: 0, instead: false, meant: null });
    expect(await suggestionsFor("zanzi", english)).toEqual([]);
  });

  it("asks whether the common word was meant where the rare one was found", async () => {
    await publish("Harbur", "A name.");
    for (let number = 0; number < 12; number++) await publish(`Harbour ${number}`, "The harbour.");
    expect(await ask("harbur")).toMatchObject({ total: 1, instead: false, meant: "harbour" });
  });
});

describe("facets", () => {
  it("count what each would leave beside the others that are chosen", async () => {
    const all = await ask("ferry");
    expect(all?.sections).toEqual([{ value: "sport", name: "sport", count: 1 }, { value: "town", name: "town", count: 1 }]);
    expect(all?.authors.map(({ name, count }) => [name, count])).toEqual([["Ines Marlowe", 1], ["Tomas Quill", 1]]);
    const year = String(new Date().getUTCFullYear());
    expect(all?.years).toEqual([{ value: year, name: year, count: 2 }]);
    const inSport = await ask("ferry", { section: "sport" });
    expect(inSport).toMatchObject({ total: 1, sections: all?.sections });
    expect(inSport?.authors).toHaveLength(1);
    expect(await headlines("ferry", { author: all?.authors[1]?.value ?? "" })).toEqual(["Council votes"]);
    expect(await headlines("ferry", { from: "2001-01-01", to: "2001-12-31" })).toEqual([]);
    expect(await headlines("ferry", { section: "nowhere" })).toEqual([]);
    expect(await headlines("ferry", { author: "nobody" })).toEqual([]);
  });

  it("of a section hold its parts, and count so; those of a part hold that alone", async () => {
    const [coast, shore] = [await someSection("coast"), await someSection("shore")];
    const part = async (slug: string) => {
      const made = await someSection(slug);
      await appDatabase().update(sections).set({ parentId: coast.id }).where(eq(sections.id, made.id));
      return made;
    };
    const [piers, beaches] = [await part("piers"), await part("beaches")];
    for (const [name, { id: sectionId }] of Object.entries({ Coast: coast, Piers: piers, Beaches: beaches, Shore: shore })) await publish(`${name} and the breakwater`, "Of stone.", { sectionId });
    const counts = [["coast", 3], ["beaches", 1], ["piers", 1], ["shore", 1]];
    for (const [section, total] of [["", 4], ...counts] as [string, number][]) {
      const found = await ask("breakwater", { section });
      expect([found?.total, found?.sections.map(({ value, count }) => [value, count])], section).toEqual([total, counts]);
    }
    expect(await headlines("breakwater", { section: "coast" })).toEqual(["Beaches and the breakwater", "Coast and the breakwater", "Piers and the breakwater"]);
    expect(await headlines("breakwater", { section: "piers" })).toEqual(["Piers and the breakwater"]);
  });

  it("lead page by page through all that is found, each story once", async () => {
    for (let number = 0; number < 22; number++) await publish(`Lighthouse ${number}`, "The keeper.");
    const first = await ask("lighthouse");
    const second = await ask("lighthouse", {}, first?.next);
    expect([first?.total, first?.hits.length, second?.hits.length, second?.next]).toEqual([22, 20, 2, null]);
    expect(new Set([...(first?.hits ?? []), ...(second?.hits ?? [])].map((hit) => hit.id)).size).toBe(22);
  });
});

it("suggests sections, people and stories while one types", async () => {
  expect((await suggestionsFor("ferr", english)).map(({ label }) => label)).toEqual(["A ferry at night"]);
  expect((await suggestionsFor("Qui", english))[0]).toMatchObject({ label: "Tomas Quill", kind: "Author" });
  expect((await suggestionsFor("spo", english))[0]).toEqual({ label: "sport", kind: "Section", path: "/sport", lang: "en", dir: "ltr" });
  expect((await suggestionsFor("spo", { language: "fa", kinds: { section: "بخش", author: "نویسنده" } }))[0]).toMatchObject({ kind: "بخش", lang: "fa", dir: "rtl" });
  expect(await suggestionsFor("f", english)).toEqual([]);
  expect(await suggestionsFor("%", english)).toEqual([]);
});

it("finds nothing that is under embargo, however the embargo came, and again when it ends", async () => {
  const id = await publish("Obelisk", "An obelisk.");
  expect(await headlines("obelisk")).toEqual(["Obelisk"]);
  await database.migrator().execute(sql`update articles set embargo_until = now() + interval '1 day' where id = ${id}`);
  expect(await headlines("obelisk")).toEqual([]);
  expect((await ask("obelsik"))?.instead).toBe(false);
  expect(await suggestionsFor("obel", english)).toEqual([]);
  await database.migrator().execute(sql`update articles set embargo_until = null where id = ${id}`);
  expect(await headlines("obelisk")).toEqual(["Obelisk"]);
});
