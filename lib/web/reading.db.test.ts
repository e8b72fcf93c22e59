import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { chooseRelated } from "@/lib/articles/commands/choose-related";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { tieTranslation } from "@/lib/articles/commands/tie-translation";
import { updateArticle } from "@/lib/articles/commands/update-article";
import type { PersonActor } from "@/lib/core/actor";
import { type PageTag, pageTagsOf } from "@/lib/core/page-tags";
import { newId } from "@/lib/kernel/ids";
import { fromProcess, provide } from "@/lib/kernel/process-store";
import type { ReaderRequest } from "@/lib/web/reader-request";

// The pages' reads stand behind Next's guard against browsers, which this place is not.
vi.mock("server-only", () => ({}));
const { theDiscussion, thePages, thePaper, theRelated, theSections, theStory } = await import("@/lib/web/reading");

useTestDatabase();

let editor: PersonActor;
beforeAll(async () => {
  editor = await somebody("editor");
  provide("readerRequests", new AsyncLocalStorage());
});

async function published(section: { id: string; slug: string }) {
  const slug = `boat-${newId()}`;
  const created = await createArticle.execute({ content: someContent(section.id, { slug }) }, { actor: editor });
  if (!created.ok) throw new Error(created.failure.message);
  const { id } = created.value;
  const result = await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor });
  if (!result.ok) throw new Error(result.failure.message);
  return { id, section: section.slug, slug };
}

/** What the page of a story notes, read as the page reads it. */
async function tagsOf({ section, slug }: { section: string; slug: string }): Promise<Set<PageTag>> {
  const request: ReaderRequest = { tags: new Set(), status: 200, location: null, styleHashes: [], handed: [] };
  await fromProcess("readerRequests").run(request, async () => {
    const [at] = await Promise.all([theStory(section, slug), thePaper(), theSections(), thePages()]);
    if (at.found === "here") await Promise.all([theRelated(at.article), theDiscussion(at.article, { tab: "all", sort: "newest" })]);
  });
  return request.tags;
}

/** The tags that the events of some work drop. */
async function droppedBy(work: () => Promise<unknown>): Promise<PageTag[]> {
  const dropped: PageTag[] = [];
  const stop = fromProcess("events").subscribe((event) => void dropped.push(...pageTagsOf(event)));
  await work();
  stop();
  return dropped;
}

it("a story that comes out leaves the pages of other sections' stories cached; its own, those beside it and the address it takes go", async () => {
  const [town, harbour] = [await someSection(), await someSection()];
  const [here, there] = [await published(town), await published(harbour)];
  const before = { here: await tagsOf(here), there: await tagsOf(there), nowhere: await tagsOf({ section: town.slug, slug: "the-second-boat" }) };
  const gone = await droppedBy(() => published(town));
  const drops = (tags: Set<PageTag>) => gone.some((tag) => tags.has(tag));
  expect(gone).not.toEqual([]);
  expect({ here: drops(before.here), there: drops(before.there), nowhere: drops(before.nowhere) }).toEqual({ here: true, there: false, nowhere: true });
});

it("a story that is changed takes its own page, and those that name it", async () => {
  const [town, harbour] = [await someSection(), await someSection()];
  const [first, second, elsewhere] = [await published(town), await published(town), await published(harbour)];
  const tags = { first: await tagsOf(first), second: await tagsOf(second), elsewhere: await tagsOf(elsewhere) };
  const gone = await droppedBy(async () => {
    const result = await updateArticle.execute({ articleId: first.id, version: 2, kind: "fix", note: "" }, { actor: editor });
    if (!result.ok) throw new Error(result.failure.message);
  });
  const drops = (of: Set<PageTag>) => gone.some((tag) => of.has(tag));
  expect({ first: drops(tags.first), second: drops(tags.second), elsewhere: drops(tags.elsewhere) }).toEqual({ first: true, second: true, elsewhere: false });
});

it("a story that is tied to others takes their pages when it comes out, when it changes its ties, and no other page", async () => {
  const [town, harbour] = [await someSection(), await someSection()];
  const [first, other] = [await published(town), await published(harbour)];
  const waiting = await createArticle.execute({ content: someContent(town.id, { slug: `boat-${newId()}`, language: "fa" }) }, { actor: editor });
  if (!waiting.ok) throw new Error(waiting.failure.message);
  const tags = { first: await tagsOf(first), other: await tagsOf(other) };
  const drops = async (act: () => Promise<{ ok: boolean }>) => {
    const gone = await droppedBy(async () => void expect(await act()).toMatchObject({ ok: true }));
    return { first: gone.some((tag) => tags.first.has(tag)), other: gone.some((tag) => tags.other.has(tag)) };
  };
  expect(await drops(() => tieTranslation.execute({ articleId: waiting.value.id, otherId: first.id }, { actor: editor }))).toEqual({ first: true, other: false });
  expect(await drops(() => publishArticle.execute({ articleId: waiting.value.id, version: 1 }, { actor: editor }))).toMatchObject({ first: true });
  expect(await drops(() => tieTranslation.execute({ articleId: waiting.value.id, otherId: null }, { actor: editor }))).toEqual({ first: true, other: false });
});

it("a story that was picked before it was public takes the pages that picked it once it comes out", async () => {
  const [town, harbour] = [await someSection(), await someSection()];
  const [picking, other] = [await published(town), await published(town)];
  const waiting = await createArticle.execute({ content: someContent(harbour.id, { slug: `boat-${newId()}` }) }, { actor: editor });
  if (!waiting.ok) throw new Error(waiting.failure.message);
  const chosen = await chooseRelated.execute({ articleId: picking.id, related: [waiting.value.id], seen: [] }, { actor: editor });
  if (!chosen.ok) throw new Error(chosen.failure.message);
  const tags = { picking: await tagsOf(picking), other: await tagsOf(other) };
  const gone = await droppedBy(async () => {
    const result = await publishArticle.execute({ articleId: waiting.value.id, version: 1 }, { actor: editor });
    if (!result.ok) throw new Error(result.failure.message);
  });
  const drops = (of: Set<PageTag>) => gone.some((tag) => of.has(tag));
  expect({ picking: drops(tags.picking), other: drops(tags.other) }).toEqual({ picking: true, other: false });
});
