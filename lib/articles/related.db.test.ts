import { and, desc, eq, or } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articleLikeness, events, relatedPicks } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { lockArticle } from "@/lib/articles/article-row";
import { chooseRelated } from "@/lib/articles/commands/choose-related";
import { createArticle } from "@/lib/articles/commands/create-article";
import { keepLikeness } from "@/lib/articles/commands/keep-likeness";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { likenStory } from "@/lib/articles/jobs/liken-story";
import { mostAlike } from "@/lib/articles/likeness";
import { storyState } from "@/lib/articles/reads/desk";
import { relatedCards, relatedInPreview } from "@/lib/articles/reads/related";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import type { StoryContent } from "@/lib/content/document";

useTestDatabase();

const calm = new AbortController().signal;
let editor: PersonActor;
let town: { id: string; slug: string };
let sport: { id: string; slug: string };

async function draft(headline: string, text: string, changes: Partial<StoryContent> = {}): Promise<string> {
  const made = await createArticle.execute({ content: someContent(town.id, { headline, body: { type: "doc", content: [paragraphOf(text)] }, ...changes }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.id;
}

async function live(...story: Parameters<typeof draft>): Promise<string> {
  const id = await draft(...story);
  expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
  await likenStory.run({ articleId: id }, calm);
  return id;
}

const about = async (id: string, sectionId = sport.id) => (await relatedCards({ id, sectionId })).map((card) => card.headline);

const ferry = "The night ferry crosses the estuary to Lindholm at 23:40, and the harbour board wants passengers to pay for the crossing.";
const ferries = "Passengers of the night ferry asked the harbour board why a crossing of the estuary costs more than it did.";

beforeAll(async () => {
  editor = await somebody("editor");
  town = await someSection("town");
  sport = await someSection("sport", "sport");
});

describe("what a page proposes to read next", () => {
  it("is what says the same in other words, in both directions, before what merely shares a section", async () => {
    const first = await live("Night ferry fares rise", ferry);
    for (let number = 0; number < 12; number++) await live(`Match ${number}`, `Rovers beat team ${number} in the last minutes of a long afternoon, and the goalkeeper had a cold.`, { sectionId: sport.id });
    const second = await live("Why the boat costs more", ferries);
    const german = await live("Die Nachtfähre wird teurer", ferry, { language: "de" });
    expect((await about(second))[0]).toBe("Night ferry fares rise");
    expect((await about(first))[0], "the older story leads to the newer one").toBe("Why the boat costs more");
    expect((await about(first)).length).toBe(3);
    expect(await about(german), "only stories in its own language are compared").not.toContain("Night ferry fares rise");
    const matches = await about((await appDatabase().select({ id: articleLikeness.articleId }).from(articleLikeness).where(eq(articleLikeness.otherId, first)))[0]?.id ?? "");
    expect(matches[0]).toBe("Night ferry fares rise");
    for (const { articleId } of await appDatabase().selectDistinct({ articleId: articleLikeness.articleId }).from(articleLikeness)) expect(await appDatabase().$count(articleLikeness, eq(articleLikeness.articleId, articleId))).toBeLessThanOrEqual(mostAlike);
    const told = (await appDatabase().select().from(events).where(and(eq(events.name, "article.likened"), eq(events.subjectId, second)))).flatMap(pageTagsOf);
    expect(told.sort()).toEqual(expect.arrayContaining([`related:${first}`, `related:${second}`]));
  });

  it("puts a story with a common tag before one that is as near in words alone", async () => {
    const words = "A comet passes the observatory above the reservoir, brighter than any comet for forty years.";
    const plain = await live("Comet one", words);
    const tagged = await live("Comet two", words, { tags: ["Comets"] });
    const third = await live("Comet three", words, { tags: ["Comets"] });
    expect((await about(third)).slice(0, 2)).toEqual(["Comet two", "Comet one"]);
    // Done twice it says the same, and what is taken back leaves at once.
    await likenStory.run({ articleId: third }, calm);
    expect((await about(third)).slice(0, 2)).toEqual(["Comet two", "Comet one"]);
    expect(await unpublishArticle.execute({ articleId: tagged, version: 2, reason: "It never came." }, { actor: editor })).toMatchObject({ ok: true });
    expect((await about(third))[0]).toBe("Comet one");
    expect(await about(plain)).not.toContain("Comet two");
  });
});

describe("what was chosen by hand", () => {
  it("comes first and in its order, at once, and as far as it is public", async () => {
    const story = await live("Tram six", "The tram runs again.");
    const [a, b] = [await live("Choice A", "One thing."), await live("Choice B", "Another thing.")];
    const waiting = await draft("Not out yet", "Later.");
    const choose = (related: string[], seen: string[]) => chooseRelated.execute({ articleId: story, related, seen }, { actor: editor });
    expect(await choose([b, waiting, a], [])).toMatchObject({ ok: true });
    expect((await about(story)).slice(0, 2)).toEqual(["Choice B", "Choice A"]);
    expect((await storyState(editor, story))?.related.map(({ headline, path }) => [headline, path !== null])).toEqual([["Choice B", true], ["Not out yet", false], ["Choice A", true]]);
    expect((await relatedInPreview({ id: story, sectionId: null })).map(({ headline }) => headline).slice(0, 2)).toEqual(["Choice B", "Choice A"]);
    expect(await publishArticle.execute({ articleId: waiting, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
    expect(await about(story)).toEqual(["Choice B", "Not out yet", "Choice A"]);
    expect(await choose([], [b, waiting, a])).toMatchObject({ ok: true });
    expect(await about(story)).not.toEqual(["Choice B", "Not out yet", "Choice A"]);
    const event = (await appDatabase().select().from(events).where(and(eq(events.name, "article.related_chosen"), eq(events.subjectId, story))))[0];
    expect(event && pageTagsOf(event)).toEqual([`related:${story}`]);
  });

  it("is refused where it is the story itself, not there, there twice, too much, or nothing of hers", async () => {
    const [story, other] = [await live("Own", "Text."), await draft("Secret", "Text.")];
    const choose = (related: string[], actor = editor) => chooseRelated.execute({ articleId: story, related, seen: [] }, { actor });
    expect(await choose([story])).toMatchObject({ ok: false, failure: { reason: "itself" } });
    expect(await choose(["0190b5a0-0000-7000-8000-00000000dead"])).toMatchObject({ ok: false, failure: { reason: "no_story" } });
    expect(await choose([other, other])).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await choose(Array.from({ length: 7 }, (_, number) => `0190b5a0-0000-7000-8000-00000000000${number}`))).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await choose([other], await somebody("contributor"))).toMatchObject({ ok: false });
  });

  it("may be each other: whoever holds a story is not in the way of one that names it", async () => {
    const [one, other] = [await live("One way", "Text."), await live("And back", "Text.")];
    const hold = async (articleId: string, relatedId: string, bothHold: Promise<unknown>, held: () => void) =>
      appDatabase().transaction(async (tx) => {
        await lockArticle(tx, { articleId });
        held();
        await bothHold;
        await tx.insert(relatedPicks).values({ articleId, relatedId, position: 0 });
      });
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await Promise.all([hold(one, other, second.promise, first.resolve), hold(other, one, first.promise, second.resolve)]);
    const [third, fourth] = [await live("One more way", "Text."), await live("And back again", "Text.")];
    const choices = [[third, fourth], [fourth, third]].map(([articleId, relatedId]) => chooseRelated.execute({ articleId, related: [relatedId], seen: [] }, { actor: editor }));
    for (const result of await Promise.all(choices)) expect(result).toMatchObject({ ok: true });
  });

  it("is not put in the place of what a colleague chose meanwhile: who and when is said, and what stands now", async () => {
    const orla = await somebody("editor", "Orla Quill");
    const [story, a, b] = [await live("Chosen twice", "Text."), await live("Hers", "Text."), await live("His", "Text.")];
    const choose = (related: string[], seen: string[], actor = editor) => chooseRelated.execute({ articleId: story, related, seen }, { actor });
    expect(await choose([a], [], orla)).toMatchObject({ ok: true });
    expect(await choose([b], [])).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", message: expect.stringMatching(/^Orla Quill chose others meanwhile \(\d+ \w+, \d\d:\d\d\)/), current: [a] } });
    expect((await storyState(editor, story))?.related.map(({ id }) => id)).toEqual([a]);
    expect(await choose([a], []), "both chose the same").toMatchObject({ ok: true });
    expect(await choose([b, a], [a])).toMatchObject({ ok: true });
    expect(await choose([], [a, b]), "their order is part of it").toMatchObject({ ok: false, failure: { current: [b, a] } });
  });

  it("that a colleague may not see keeps its headline from her", async () => {
    const author = await somebody("author");
    const made = await createArticle.execute({ content: someContent(town.id) }, { actor: author });
    const own = made.ok ? made.value.id : "";
    const secret = await draft("Secret merger", "Text.");
    expect(await chooseRelated.execute({ articleId: own, related: [secret], seen: [] }, { actor: author })).toMatchObject({ ok: false, failure: { reason: "no_story" } });
    expect(await chooseRelated.execute({ articleId: own, related: [secret], seen: [] }, { actor: editor })).toMatchObject({ ok: true });
    expect((await storyState(author, own))?.related).toEqual([{ id: secret, headline: "A story that is not public", path: null }]);
  });
});

it("what a story was like before it was rewritten is taken back in both directions, and those that led to it are told", async () => {
  const [rewritten, former, next] = [await live("A story about ferries", ferry), await live("Another about ferries", ferries), await live("One about cheese", "Cheese ripens in the cellars under the old brewery, and the dairy wants more of them.")];
  const alike = (id: string, likeness: number) => ({ id, likeness });
  const pairs = async () => (await appDatabase().select().from(articleLikeness).where(or(eq(articleLikeness.articleId, rewritten), eq(articleLikeness.otherId, rewritten)))).map(({ articleId, otherId }) => `${articleId} → ${otherId}`).sort();
  const program = { actor: systemActor("the program") };
  expect(await keepLikeness.execute({ articleId: rewritten, others: [alike(former, 0.9)] }, program)).toMatchObject({ ok: true });
  expect(await pairs()).toEqual([`${rewritten} → ${former}`, `${former} → ${rewritten}`].sort());
  expect(await keepLikeness.execute({ articleId: rewritten, others: [alike(next, 0.5)] }, program)).toMatchObject({ ok: true });
  expect(await pairs()).toEqual([`${rewritten} → ${next}`, `${next} → ${rewritten}`].sort());
  const [told] = await appDatabase().select({ data: events.data }).from(events).where(and(eq(events.name, "article.likened"), eq(events.subjectId, rewritten))).orderBy(desc(events.id)).limit(1);
  const data = told?.data as { articles?: string[] } | undefined;
  expect(data?.articles?.toSorted()).toEqual([rewritten, former, next].sort());
});
