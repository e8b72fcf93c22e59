import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { archiveDays, archiveYears, dayPage, daysBeside } from "@/lib/articles/reads/archive";

useTestDatabase();

const zone = "Europe/Copenhagen";
/** The first two lie on either side of midnight where the paper is, the last is two years on. */
const appeared = { "last-minute": "2023-12-31T22:59:59.999Z", "first-minute": "2023-12-31T23:00:00Z", "summer": "2024-07-01T22:30:00Z", "far-on": "2026-02-28T12:00:00Z" };

beforeAll(async () => {
  const editor = await somebody("editor");
  const section = await someSection();
  for (const [slug, at] of Object.entries(appeared)) {
    const made = await createArticle.execute({ content: someContent(section.id, { headline: slug, slug }) }, { actor: editor });
    if (made.ok) await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor, now: new Date(at) });
  }
});

const slugs = async (day: string, timeZone = zone) => (await dayPage(day, timeZone)).cards.map((card) => card.headline);

it("a day begins and ends where the paper is", async () => {
  expect(await slugs("2023-12-31")).toEqual(["last-minute"]);
  expect(await slugs("2024-01-01")).toEqual(["first-minute"]);
  expect(await slugs("2023-12-31", "UTC")).toEqual(["first-minute", "last-minute"]);
  expect(await slugs("2024-07-02")).toEqual(["summer"]);
  expect(await slugs("2024-07-01")).toEqual([]);
});

it("a day of many stories has pages, there and back, and each story once", async () => {
  const [editor, section] = [await somebody("editor"), await someSection()];
  for (let number = 0; number < 50; number++) {
    const made = await createArticle.execute({ content: someContent(section.id, { headline: `Busy ${number}`, slug: `busy-${number}` }) }, { actor: editor });
    if (made.ok) await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor, now: new Date(Date.UTC(2025, 4, 5, 8, number)) });
  }
  const first = await dayPage("2025-05-05", zone);
  const second = await dayPage("2025-05-05", zone, first.older ?? "");
  const third = await dayPage("2025-05-05", zone, second.older ?? "");
  expect([first, second, third].flatMap(({ cards }) => cards.map((card) => card.headline))).toEqual(Array.from({ length: 50 }, (_, back) => `Busy ${49 - back}`));
  expect([first.newer, second.newer, third.older]).toEqual([null, "first", null]);
  expect(third.newer).toMatchObject({ before: expect.any(String) });
  expect((await dayPage("2024-07-02", zone, first.older ?? "")).newer, "a place of another day is none").toBeNull();
});

it("names all years between the first story and the newest, and the days of one with the months around it", async () => {
  expect(await archiveYears(zone)).toEqual([2026, 2025, 2024, 2023]);
  expect(await archiveYears("UTC")).toEqual([2026, 2025, 2024, 2023]);
  expect(await archiveDays(2024, zone)).toEqual([{ day: "2023-12-31", number: 1 }, { day: "2024-01-01", number: 1 }, { day: "2024-07-02", number: 1 }]);
  expect(await archiveDays(2030, zone)).toEqual([]);
});

it("leads from a day to the nearest ones on which something appeared", async () => {
  expect(await daysBeside("2024-01-01", zone)).toEqual({ before: "2023-12-31", after: "2024-07-02" });
  expect(await daysBeside("2023-12-31", zone)).toEqual({ before: null, after: "2024-01-01" });
  expect(await daysBeside("2026-02-28", zone)).toEqual({ before: "2025-05-05", after: null });
});
