import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase, type Database, readerDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { manyStories } from "@/db/testing/many-stories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { editableMatches, publicMatches, storyPicker } from "@/lib/articles/reads/story-picker";
import type { PersonActor } from "@/lib/core/actor";
import type { StoryContent } from "@/lib/content/document";
import { monotonicMs } from "@/lib/kernel/clock";

const database = useTestDatabase();

let section: { id: string; slug: string };
let editor: PersonActor;
let contributor: PersonActor;
let other: PersonActor;

async function write(actor: PersonActor, content: Partial<StoryContent>, live = false): Promise<string> {
  const made = await createArticle.execute({ content: someContent(section.id, { bylines: [{ role: "by", personId: actor.personId, name: actor.name }], ...content }) }, { actor });
  const id = made.ok ? made.value.id : "";
  if (live) expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
  return id;
}
const found = async (actor: PersonActor, typed: string) => (await storyPicker(actor, typed))?.map((row) => row.headline);

beforeAll(async () => {
  section = await someSection("town");
  editor = await somebody("editor", "Ines Marlowe");
  contributor = await somebody("contributor", "Bea Adéyo");
  other = await somebody("contributor", "Tomas Quill");
  await write(contributor, { headline: "The café by the quay", slug: "cafe-by-the-quay", tags: ["Coffee"] });
  await write(other, { headline: "Zanzibar is only a draft", slug: "zanzibar" });
  await write(other, { headline: "Night ferry sails until spring", slug: "night-ferry-vote", tags: ["Skerry"], kicker: "Votes" }, true);
  await write(editor, { headline: "بازگشایی کتابخانه مرکزی", slug: "library-fa" }, true);
});

describe("the picker of stories", () => {
  it.each([
    ["cafe", ["The café by the quay"]],
    ["CAFÉ qua", ["The café by the quay"]],
    ["quay caf", ["The café by the quay"]],
    ["coffee", ["The café by the quay"]],
    ["adeyo", ["The café by the quay"]],
    ["ferry-vote", ["Night ferry sails until spring"]],
    ["skerry", ["Night ferry sails until spring"]],
    ["quill ferry", ["Night ferry sails until spring"]],
    ["/town/night-ferry-vote", ["Night ferry sails until spring"]],
    ["http://localhost:3999/town/night-ferry-vote?x=1", ["Night ferry sails until spring"]],
    ["كتابخانه", ["بازگشایی کتابخانه مرکزی"]],
    ["nothing of the sort", []],
    ["& | ! :*", []],
    ["'; drop table articles; --", []],
    ["/town/%ff", []],
  ])("finds by headline, slug, author, tag and beginnings, whatever the accents: %s", async (typed, headlines) => {
    expect(await found(contributor, typed)).toEqual(headlines);
  });

  it("begins with the newest that one may see", async () => {
    expect(await found(contributor, "")).toEqual(["بازگشایی کتابخانه مرکزی", "Night ferry sails until spring", "The café by the quay"]);
    expect(await found(editor, " ")).toHaveLength(4);
  });

  it("tells where a story stands, and where readers find it", async () => {
    const [live] = (await storyPicker(contributor, "ferry")) ?? [];
    expect(live).toMatchObject({ status: "live", path: "/town/night-ferry-vote", publishedAt: expect.stringMatching(/Z$/), section: { name: "town" }, byline: "Tomas Quill" });
    const [draft] = (await storyPicker(contributor, "cafe")) ?? [];
    expect(draft).toMatchObject({ status: "draft", path: null, publishedAt: null, byline: "Bea Adéyo" });
  });

  it("never tells of a colleague's draft: its words answer like words that nobody wrote", async () => {
    expect(await storyPicker(contributor, "zanzibar")).toEqual(await storyPicker(contributor, "xylophone"));
    expect(await found(editor, "zanzibar")).toEqual(["Zanzibar is only a draft"]);
  });

  it("knows a colleague's live story by what is public, not by what is being changed", async () => {
    const id = await write(other, { headline: "An old headline", slug: "old" }, true);
    await database.migrator().execute(sql`update articles set draft_headline = 'Secret plans', draft_search = to_tsvector('simple', 'secret plans'), draft_hash = 'changed' where id = ${id}`);
    expect(await found(contributor, "secret")).toEqual([]);
    expect(await storyPicker(contributor, "old headline")).toMatchObject([{ headline: "An old headline", status: "live" }]);
    expect(await storyPicker(editor, "secret")).toMatchObject([{ headline: "Secret plans", status: "live_changed" }]);
    await unpublishArticle.execute({ articleId: id, version: 2, reason: "Over." }, { actor: editor });
    expect(await found(contributor, "old headline")).toEqual([]);
  });

  it("is not for readers and moderators", async () => {
    for (const role of ["reader", "moderator"] as const) expect(await storyPicker(await somebody(role), "ferry")).toBeNull();
  });
});

describe("with ten thousand stories", () => {
  beforeAll(() => manyStories(database.migrator(), 10_000, editor.personId, section.id), 120_000);

  type Plan = { "Index Name"?: string; Plans?: Plan[] };
  const indexes = (plan: Plan): string[] => [...(plan["Index Name"] ? [plan["Index Name"]] : []), ...(plan.Plans ?? []).flatMap(indexes)];
  async function explained(db: Database, query: { getSQL(): SQL }): Promise<string[]> {
    const [row] = await db.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(sql`explain (format json) ${query.getSQL()}`);
    return row?.["QUERY PLAN"].flatMap(({ Plan: plan }) => indexes(plan)) ?? [];
  }

  it("looks words up in the indexes, for those who may edit all and for those who may not", async ({ annotate }) => {
    for (const words of [["ferry", "harb"], ["9999"], ["lighthouse"]]) {
      expect(await explained(appDatabase(), editableMatches(editor, words))).toContain("articles_draft_search");
      expect(await explained(appDatabase(), editableMatches(contributor, words))).toContain("articles_draft_search");
      expect(await explained(readerDatabase(), publicMatches(words))).toContain("article_search_head");
    }
    const times: Record<string, number> = {};
    for (const typed of ["", "f", "the", "ferry", "ferry harb", "9998", "nobody"])
      for (const actor of [editor, contributor]) {
        await storyPicker(actor, typed);
        const before = monotonicMs();
        await storyPicker(actor, typed);
        times[`${actor.role} “${typed}”`] = Math.round(monotonicMs() - before);
      }
    await annotate(`Milliseconds at 10,000 stories: ${JSON.stringify(times)}`, "notice");
  });

  it("offers twenty at most, the best first", async () => {
    expect(await storyPicker(editor, "the")).toHaveLength(20);
    expect((await found(editor, "9998"))?.[0]).toMatch(/9998$/);
  });
});
