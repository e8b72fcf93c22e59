import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articleReads } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { deskList, storyState } from "@/lib/articles/reads/desk";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { keepReads } from "@/lib/readership/commands/keep-reads";
import { foldReads } from "@/lib/readership/fold-reads";
import { mostRead, ranking } from "@/lib/readership/reads/most-read";

useTestDatabase();

let orla: PersonActor;
let town: { id: string };
let sport: { id: string };
const ids = new Map<string, string>();
const read = (counts: Record<string, number>, now?: Date) => keepReads.execute({ counts: Object.entries(counts).map(([slug, reads]) => ({ slug, reads })) }, { actor: systemActor("Readers"), ...(now ? { now } : {}) });
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const shown = async (sections: { id: string }[] | null = null) => {
  const list = await mostRead(await ranking(), sections?.map(({ id }) => id) ?? null);
  return list && [list.within, ...list.cards.map((card) => card.headline)];
};
const readEver = async (slug: string) => (await storyState(orla, ids.get(slug) ?? ""))?.reads;

beforeAll(async () => {
  orla = await somebody("editor");
  [town, sport] = [await someSection(), await someSection()];
  for (const [slug, section] of Object.entries({ boat: town, tram: town, pool: town, match: sport, draft: town })) {
    const made = await createArticle.execute({ content: someContent(section.id, { headline: slug, slug }) }, { actor: orla });
    if (!made.ok) throw new Error(made.failure.message);
    ids.set(slug, made.value.id);
    if (slug !== "draft") await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: orla });
  }
});

it("says nothing while too little is read, then names what was read most in a week, and in a day as soon as a day says enough", async () => {
  expect(await shown()).toBeNull();
  await read({ boat: 9, tram: 40, pool: 30, match: 20, draft: 500, nothing: 500 }, hoursAgo(60));
  expect(await shown()).toEqual(["week", "tram", "pool", "match"]);
  await read({ boat: 12, tram: 11 });
  await read({ boat: 1 });
  expect(await shown()).toEqual(["week", "tram", "pool", "boat", "match"]);
  await read({ match: 50 });
  expect(await shown()).toEqual(["day", "match", "boat", "tram"]);
  expect(await shown([town])).toEqual(["week", "tram", "pool", "boat"]);
  expect(await shown([sport])).toBeNull();
});

it("tells the desk of each story how often it was read", async () => {
  expect(await readEver("boat")).toEqual({ day: 13, ever: 22 });
  expect(await readEver("draft")).toEqual({ day: 0, ever: 0 });
  expect(Object.fromEntries((await deskList(orla, {})).rows.map((row) => [row.slug, row.reads]))).toEqual({ boat: 22, tram: 51, pool: 30, match: 70, draft: 0 });
});

it("folds hours that no list asks for into one sum, and no read is lost", async () => {
  await read({ pool: 5 }, hoursAgo(24 * 9));
  await read({ pool: 6 }, hoursAgo(24 * 10));
  expect(await foldReads()).toBe(2);
  expect(await foldReads()).toBe(0);
  await read({ pool: 7 }, hoursAgo(24 * 20));
  expect(await foldReads()).toBe(1);
  expect(await readEver("pool")).toEqual({ day: 0, ever: 48 });
  expect(await appDatabase().select({ reads: articleReads.reads }).from(articleReads).where(sql`${articleReads.hour} = 'epoch'`)).toEqual([{ reads: 18 }]);
});

it("a story that was taken back is in no list, even where the order was read before", async () => {
  const order = await ranking();
  await unpublishArticle.execute({ articleId: ids.get("boat") ?? "", version: 2, reason: "Wrong." }, { actor: orla });
  expect((await mostRead(order, null))?.cards.map((card) => card.headline)).toEqual(["match", "tram", "pool"]);
});

it("counts once what two processes write at the same time", async () => {
  await Promise.all(Array.from({ length: 10 }, () => read({ pool: 1, tram: 1, match: 1 })));
  expect(await readEver("pool")).toEqual({ day: 10, ever: 58 });
});
