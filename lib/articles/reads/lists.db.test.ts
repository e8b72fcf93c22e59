import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { sectionPage } from "@/lib/articles/reads/lists";
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
  const first = await sectionPage(section);
  const second = await sectionPage(section, first.older ?? "");
  const third = await sectionPage(section, second.older ?? "");
  expect(headlines(first)[0]).toBe("Story 55");
  expect([...headlines(first), ...headlines(second), ...headlines(third)]).toEqual(Array.from({ length: 55 }, (_, index) => `Story ${55 - index}`));
  expect([first.newer, third.older]).toEqual([null, null]);
  expect(second.newer).toBe("first");
  const back = third.newer;
  expect(back !== null && back !== "first" && headlines(await sectionPage(section, back.before))).toEqual(headlines(second));
});

it("takes a cursor that nobody signed for none", async () => {
  const list = await sectionPage(section, "zzz.0190b5a0-0000-7000-8000-000000000001.forged");
  expect(headlines(list)[0]).toBe("Story 55");
  expect(list.newer).toBeNull();
});
