import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, corrections } from "@/db/schema";
import { front } from "@/lib/articles/reads/front";
import { correctionsPage, sectionPage } from "@/lib/articles/reads/lists";
import { feedItems } from "@/lib/articles/reads/syndication";
import type { CardList } from "@/lib/articles/views";

useTestDatabase();

let section: { id: string; slug: string };

beforeAll(async () => {
  const editor = await somebody("editor");
  section = await someSection();
  for (let number = 1; number <= 55; number++) {
    const made = await createArticle.execute({ content: someContent(section.id, { headline: `Story ${number}`, slug: `story-${number}` }) }, { actor: editor });
    if (made.ok) await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor });
  }
});

const headlines = (list: CardList) => list.cards.map((card) => card.headline);

it("leads from the newest page to the oldest and back by the same pages", async () => {
  const first = await sectionPage(section, []);
  const second = await sectionPage(section, [], first.older ?? "");
  const third = await sectionPage(section, [], second.older ?? "");
  expect(headlines(first)[0]).toBe("Story 55");
  expect([...headlines(first), ...headlines(second), ...headlines(third)]).toEqual(Array.from({ length: 55 }, (_, index) => `Story ${55 - index}`));
  expect([first.newer, third.older]).toEqual([null, null]);
  expect(second.newer).toBe("first");
  const back = third.newer;
  expect(back !== null && back !== "first" && headlines(await sectionPage(section, [], back.before))).toEqual(headlines(second));
});

it("takes a cursor that nobody signed for none", async () => {
  const list = await sectionPage(section, [], "zzz.0190b5a0-0000-7000-8000-000000000001.forged");
  expect(headlines(list)[0]).toBe("Story 55");
  expect(list.newer).toBeNull();
});

describe("a section with parts", () => {
  let sport: { id: string; slug: string };
  let football: { id: string; slug: string };
  const all = Array.from({ length: 60 }, (_, index) => `Match ${60 - index}`);

  beforeAll(async () => {
    const editor = await somebody("editor");
    [sport, football] = [await someSection(), await someSection()];
    // Two of three in the part, so that neither holds a page of the whole by itself.
    for (let number = 1; number <= 60; number++) {
      const made = await createArticle.execute({ content: someContent(number % 3 === 0 ? sport.id : football.id, { headline: `Match ${number}`, slug: `match-${number}` }) }, { actor: editor });
      if (made.ok) await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor });
    }
  });

  it("lists their stories among its own, page by page there and back, and each once", async () => {
    const first = await sectionPage(sport, [football]);
    const second = await sectionPage(sport, [football], first.older ?? "");
    const third = await sectionPage(sport, [football], second.older ?? "");
    expect([...headlines(first), ...headlines(second), ...headlines(third)]).toEqual(all);
    expect([first.newer, second.newer, third.older]).toEqual([null, "first", null]);
    const back = third.newer;
    expect(back !== null && back !== "first" && headlines(await sectionPage(sport, [football], back.before))).toEqual(headlines(second));
  });

  it("and the part lists its own alone", async () => {
    expect(headlines(await sectionPage(football, []))).toEqual(all.filter((_, index) => (60 - index) % 3 !== 0).slice(0, 24));
  });

  it("carries them in its feed, and on the front in its block", async () => {
    expect((await feedItems({ of: "sections", ids: [sport.id, football.id] })).map((item) => item.headline)).toEqual(all.slice(0, 30));
    const named = (one: { id: string; slug: string }, parentId: string | null) => ({ ...one, parentId, name: one.slug, accent: "sport" as const });
    const { blocks } = await front({ sections: [named(sport, null), named(football, sport.id)], language: "en" });
    expect(blocks.map((block) => [block.section.id, new Set(block.cards.map((card) => card.section.slug))])).toEqual([[sport.id, new Set([sport.slug, football.slug])]]);
    expect(blocks[0]?.cards).toHaveLength(7);
  });
});

it("every correction can be reached, page by page there and back", async () => {
  expect(await correctionsPage()).toEqual({ corrections: [], newer: null, older: null });
  const [story] = await appDatabase().select({ id: articles.id, revision: articles.publishedRevisionId }).from(articles).where(sql`${articles.publishedRevisionId} is not null`).limit(1);
  if (!story?.revision) throw new Error("There is a public story.");
  const revision = story.revision;
  // Two of one instant stand on either side of a page's end.
  const rows = Array.from({ length: 65 }, (_, number) => ({ articleId: story.id, kind: "correction" as const, note: `Note ${number}`, wrongRevisionId: revision, rightRevisionId: revision, createdAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(number / 2))) }));
  await appDatabase().insert(corrections).values(rows);
  const first = await correctionsPage();
  const second = await correctionsPage(first.older ?? "");
  const third = await correctionsPage(second.older ?? "");
  const notes = [first, second, third].map((page) => page.corrections.map(({ note }) => note));
  expect(new Set(notes.flat()).size).toBe(65);
  expect(notes.map(({ length }) => length)).toEqual([30, 30, 5]);
  expect([first.newer, second.newer, third.older]).toEqual([null, "first", null]);
  const back = third.newer;
  expect(back !== null && back !== "first" && (await correctionsPage(back.before)).corrections.map(({ note }) => note)).toEqual(notes[1]);
  expect((await correctionsPage("zzz.0190b5a0-0000-7000-8000-000000000001.forged")).corrections).toEqual(first.corrections);
});
