import { eq, type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase, readerDatabase } from "@/db/client";
import { embeds, mediaAssets, publicMedia } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { roles } from "@/db/vocabulary";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import type { PersonActor } from "@/lib/core/actor";
import { monotonicMs } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { type LibraryPage, libraryRows, pictureLibrary, wordRows } from "@/lib/media/reads/library";
import { plannedRenditions } from "@/lib/media/sizes";
import { permissionTable } from "@/lib/policy/permission-table";

const database = useTestDatabase();
let author: PersonActor;
let editor: PersonActor;

type Words = { alt?: string; caption?: string; credit?: string; creator?: string };
async function kept(words: Words, id = newId()): Promise<string> {
  await appDatabase().insert(mediaAssets).values({ id, originalName: "DSC_0042 secret name.jpg", originalKey: `originals/${id}`, sha256: "x", mime: "image/jpeg", width: 1600, height: 1000, renditions: [], ...words });
  return id;
}

async function asked(question: Record<string, unknown> = {}): Promise<LibraryPage> {
  const page = await pictureLibrary(author, question);
  if (!page.ok) throw new Error(page.failure.message);
  return page.value;
}
const alts = ({ pictures }: LibraryPage) => pictures.map((picture) => picture.alt);

beforeAll(async () => {
  author = await somebody("author");
  editor = await somebody("editor");
  await kept({ alt: "A café by the quay", caption: "The Brücke opens in spring.", credit: "Halyard Graphics" });
  await kept({ alt: "A ferry at night", caption: "The 23:40 leaves Lower Quay.", creator: "Ana Ruíz" });
  await kept({ alt: "کتابخانهٔ مرکزی", credit: "well-known agency" });
});

describe("the library of pictures", () => {
  it.each([
    ["", ["کتابخانهٔ مرکزی", "A ferry at night", "A café by the quay"]],
    ["cafe", ["A café by the quay"]],
    ["CAFÉ qua", ["A café by the quay"]],
    ["quay", ["A ferry at night", "A café by the quay"]],
    ["brucke", ["A café by the quay"]],
    ["halyard graph", ["A café by the quay"]],
    ["ruiz", ["A ferry at night"]],
    ["كتابخانه", ["کتابخانهٔ مرکزی"]],
    ["well-known", ["کتابخانهٔ مرکزی"]],
    ["ferry café", []],
    ["secret", []],
    ["& | ! :*", []],
    ["⑴ ½ '", []],
    ["'; drop table media_assets; --", []],
  ])("finds by alt text, caption, credit, maker and beginnings, whatever the accents: %s", async (q, found) => {
    expect(alts(await asked({ q }))).toEqual(found);
  });

  it("tells what a story begins with, and nothing of the file", async () => {
    expect((await asked({ q: "23:40" })).pictures).toEqual([{ id: expect.any(String), width: 1600, height: 1000, alt: "A ferry at night", caption: "The 23:40 leaves Lower Quay.", credit: "", usableFrom: null, usableUntil: null }]);
  });

  it("knows the new words of a picture at once", async () => {
    const id = await kept({ alt: "A heron" });
    await appDatabase().update(mediaAssets).set({ alt: "A cormorant" }).where(eq(mediaAssets.id, id));
    expect([alts(await asked({ q: "heron" })), alts(await asked({ q: "cormo" }))]).toEqual([[], ["A cormorant"]]);
  });

  it("leaves out the still picture of an embed, which is its provider’s", async () => {
    const still = await kept({ alt: "Player with a play button" });
    await appDatabase().insert(embeds).values({ provider: "youtube", url: "https://www.youtube.com/watch?v=aaaaaaaaaaa", reference: "aaaaaaaaaaa", thumbnailAssetId: still });
    expect(alts(await asked({ q: "player" }))).toEqual([]);
    expect((await asked()).pictures.map(({ id }) => id)).not.toContain(still);
  });

  it.each(["visitor", ...roles] as const)("as %s: the verdict of the permission table", async (who) => {
    const door = permissionTable.find((one) => one.surface === "/api/v1/media" && one.kind === "route");
    const answer = await pictureLibrary(who === "visitor" ? { kind: "visitor", network: "n" } : await somebody(who), {});
    expect(answer.ok).toBe(who !== "visitor" && door?.may.includes(who));
    if (!answer.ok) expect(answer.failure.code).toBe(who === "visitor" ? "unauthenticated" : "forbidden");
  });

  it("counts among the pictures with these words only what the person may see", async () => {
    expect(await wordRows(author, ["quay"])).toHaveLength(2);
    for (const few of [await somebody("reader"), { kind: "visitor", network: "n" } as const]) expect(await wordRows(few, ["quay"])).toEqual([]);
  });

  it.each<Record<string, unknown>>([{ q: "x".repeat(201) }, { q: 7 }, { before: "yesterday" }, { before: "" }, { everything: "1" }, { q: "ferry", offset: "20" }])("refuses what it was not asked rightly: %j", async (question) => {
    expect(await pictureLibrary(author, question)).toMatchObject({ ok: false, failure: { code: "invalid", reason: "not_asked_rightly" } });
  });

  it("leads to the oldest page by page, each picture once, while new ones arrive", async () => {
    // Of those that came in one millisecond either may be called the newer one.
    const there: string[] = [];
    for (let number = 1; number <= 50; number++) there.push(await kept({ alt: "A gull" }));
    const pages: string[] = [];
    let page = await asked({ q: "gull" });
    for (let turn = 0; page.older && turn < 5; turn++) {
      pages.push(...page.pictures.map(({ id }) => id));
      await kept({ alt: "A gull that came meanwhile" });
      page = await asked({ q: "gull", before: page.older });
    }
    pages.push(...page.pictures.map(({ id }) => id));
    expect(pages).toEqual(there.sort().reverse());
  });
});

describe("a picture in two stories", () => {
  it("is public with the second alone, and stays so until the last that shows it is taken off", async () => {
    const { id: sectionId } = await someSection();
    const assetId = await kept({ alt: "A lighthouse", credit: "Ana Ruiz" });
    const isPublic = async () => (await readerDatabase().select({ id: publicMedia.id }).from(publicMedia).where(eq(publicMedia.id, assetId))).length === 1;
    const story = async (actor: PersonActor) => {
      const made = await createArticle.execute({ content: someContent(sectionId, { body: { type: "doc", content: [paragraphOf("It turns."), { type: "figure", attrs: { assetId, alt: "A lighthouse", credit: "Ana Ruiz" } }] } }) }, { actor });
      if (!made.ok) throw new Error(made.failure.message);
      return made.value.id;
    };
    const [first, second] = [await story(author), await story(editor)];
    expect(await isPublic()).toBe(false);
    expect((await publishArticle.execute({ articleId: second, version: 1 }, { actor: editor })).ok).toBe(true);
    expect(await isPublic()).toBe(true);
    expect((await publishArticle.execute({ articleId: first, version: 1 }, { actor: editor })).ok).toBe(true);
    expect((await unpublishArticle.execute({ articleId: first, version: 2, reason: "Over." }, { actor: editor })).ok).toBe(true);
    expect(await isPublic()).toBe(true);
    expect((await unpublishArticle.execute({ articleId: second, version: 2, reason: "Over." }, { actor: editor })).ok).toBe(true);
    expect(await isPublic()).toBe(false);
  });
});

describe("with a hundred thousand pictures", () => {
  beforeAll(async () => {
    // As many sizes as a picture has, so that a row weighs what it weighs.
    const sizes = JSON.stringify(plannedRenditions(2400).map((one) => ({ ...one, height: 1500, key: `renditions/${newId()}/${one.width}.${one.format}`, bytes: 123_456 })));
    const nouns = sql.raw("(array['ferry','harbour','library','tram','orchard','museum','lighthouse','market','choir','café'])");
    await database.migrator().execute(sql`insert into media_assets (id, original_name, original_key, sha256, mime, width, height, renditions, alt, caption, credit)
      select ('0190b5a0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'n', 'n' || n, 'x', 'image/jpeg', 1600, 1000, ${sizes}::jsonb, 'The ' || ${nouns}[1 + n % 10] || ' and the ' || ${nouns}[1 + (n / 10) % 10], 'Number ' || n || ' of them', 'Halyard' from generate_series(1, 100000) as n`);
    await database.migrator().execute(sql`vacuum analyze media_assets`);
  }, 120_000);

  async function planOf(query: { getSQL(): SQL }): Promise<string> {
    const rows = await appDatabase().execute<{ "QUERY PLAN": string }>(sql`explain (costs off) ${query.getSQL()}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  it("reads as many of the newest as it shows, and rare words from their index, in good time", async ({ annotate }) => {
    for (const before of [undefined, "0190b5a0-0000-7000-8000-000000008000"]) {
      const plan = await planOf(libraryRows(author, undefined, before));
      expect(plan).toMatch(/Index Scan Backward using media_assets_pkey/);
      expect(plan).not.toMatch(/Sort|Seq Scan on media_assets/);
    }
    expect(await planOf(wordRows(author, ["77777"]))).toContain("media_assets_words");
    const times: Record<string, number> = {};
    for (const q of ["", "t", "the", "ferry", "ferry harb", "cafe lighth", "7777", "nobody", "the nobody"]) {
      await asked({ q });
      const before = monotonicMs();
      await asked({ q });
      times[q] = Math.round(monotonicMs() - before);
    }
    await annotate(`Milliseconds at 100,000 pictures: ${JSON.stringify(times)}`, "notice");
    expect(Math.max(...Object.values(times))).toBeLessThan(1000);
  });
});
