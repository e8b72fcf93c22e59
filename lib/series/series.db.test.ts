import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { listsTouched } from "@/lib/articles/make-public";
import { editorSurroundings, storyState } from "@/lib/articles/reads/desk";
import { previewArticle } from "@/lib/articles/reads/preview";
import { storyAt } from "@/lib/articles/reads/story-at";
import { appDatabase } from "@/db/client";
import { expectOk } from "@/db/testing/results";
import { lockArticle } from "@/lib/articles/article-row";
import type { PersonActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import { changeSeries, removeSeries } from "@/lib/series/commands/change-series";
import { createSeries } from "@/lib/series/commands/create-series";
import { movePart, placeInSeries } from "@/lib/series/commands/place-in-series";
import { publicSeriesSlugs, seriesAt } from "@/lib/series/reads/series-at";
import { seriesList } from "@/lib/series/reads/series-list";

useTestDatabase();

let orla: PersonActor;
let section: { id: string; slug: string };
let seriesId: string;
let slug: string;
let number = 0;
const story = async (name: string, live = true) => {
  const { id } = expectOk(await createArticle.execute({ content: someContent(section.id, { headline: name, slug: `${name}-${number}` }) }, { actor: orla }));
  if (live) expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: orla }));
  expectOk(await placeInSeries.execute({ articleId: id, seriesId }, { actor: orla }));
  return id;
};
const shownAt = async (name: string) => {
  const at = await storyAt(section.slug, `${name}-${number}`);
  return at.found === "here" ? at.article.series : null;
};
const headlines = async () => (await seriesAt(slug))?.parts.map((card) => card.headline) ?? null;

beforeEach(async () => {
  number += 1;
  orla = await somebody("editor");
  section = await someSection();
  ({ id: seriesId, slug } = expectOk(await createSeries.execute({ title: `Tide ${number}`, slug: "", intro: "How the water comes." }, { actor: orla })));
});

describe("a series", () => {
  it("is nowhere before readers until a part is public, and nowhere again when none is", async () => {
    const draft = await story("draft", false);
    expect([await seriesAt(slug), (await publicSeriesSlugs()).includes(slug)]).toEqual([null, false]);
    expectOk(await publishArticle.execute({ articleId: draft, version: 1 }, { actor: orla }));
    expect(await seriesAt(slug)).toMatchObject({ title: `Tide ${number}`, intro: "How the water comes.", parts: [{ headline: "draft" }] });
    expect(await publicSeriesSlugs()).toContain(slug);
    expectOk(await unpublishArticle.execute({ articleId: draft, version: 2, reason: "Wrong." }, { actor: orla }));
    expect(await seriesAt(slug)).toBeNull();
  });

  it("counts and shows its public parts alone, in their order, and each leads to the ones beside it", async () => {
    await story("one");
    await story("hidden", false);
    const third = await story("three");
    expect(await headlines()).toEqual(["one", "three"]);
    expect(await shownAt("one")).toMatchObject({ number: 1, total: 2, previous: null, next: { headline: "three", path: `/${section.slug}/three-${number}` } });
    expect(await shownAt("three")).toMatchObject({ number: 2, total: 2, previous: { headline: "one" }, next: null });
    expectOk(await movePart.execute({ articleId: third, direction: "up" }, { actor: orla }));
    expectOk(await movePart.execute({ articleId: third, direction: "up" }, { actor: orla }));
    expect(await headlines()).toEqual(["three", "one"]);
    expect(expectOk(await movePart.execute({ articleId: third, direction: "up" }, { actor: orla })).position).toBe(0);
    expect((await seriesList(orla))?.[0]?.parts.map((part) => [part.headline, part.live])).toEqual([["three", true], ["one", true], ["hidden", false]]);
    expect((await storyState(orla, third))?.series).toEqual({ id: seriesId, number: 1, total: 3 });
    expect((await editorSurroundings(orla)).series[0]).toEqual({ id: seriesId, title: `Tide ${number}` });
  });

  it("is shown by a story's preview as its page will show it, before the story is public and while it is", async () => {
    await story("one");
    const draft = await story("draft", false);
    await story("hidden", false);
    await story("four");
    const previewed = async () => (await previewArticle(orla, draft))?.article.series;
    const shown = { id: seriesId, slug, title: `Tide ${number}`, number: 2, total: 3, previous: { headline: "one", path: `/${section.slug}/one-${number}`, language: "en" }, next: { headline: "four", path: `/${section.slug}/four-${number}`, language: "en" } };
    expect(await previewed()).toEqual(shown);
    expect(await shownAt("draft")).toBeNull();
    expectOk(await publishArticle.execute({ articleId: draft, version: 1 }, { actor: orla }));
    expect([await previewed(), await shownAt("draft")]).toEqual([shown, shown]);
    expectOk(await placeInSeries.execute({ articleId: draft, seriesId: null }, { actor: orla }));
    expect(await previewed()).toBeNull();
  });

  it("loses a story that goes into another, or into none", async () => {
    const only = await story("only");
    const other = expectOk(await createSeries.execute({ title: `Other ${number}`, slug: "", intro: "" }, { actor: orla }));
    expectOk(await placeInSeries.execute({ articleId: only, seriesId: other.id }, { actor: orla }));
    expect([await headlines(), (await shownAt("only"))?.slug]).toEqual([null, other.slug]);
    expectOk(await placeInSeries.execute({ articleId: only, seriesId: null }, { actor: orla }));
    expect(await shownAt("only")).toBeNull();
  });

  it("keeps its address, takes no other's, and goes only once it is empty", async () => {
    expect(await createSeries.execute({ title: `Tide ${number}`, slug: "", intro: "" }, { actor: orla })).toMatchObject({ ok: false, failure: { fields: { slug: expect.stringContaining("already") } } });
    expect(await createSeries.execute({ title: "—", slug: "", intro: "" }, { actor: orla })).toMatchObject({ ok: false, failure: { fields: { slug: expect.stringContaining("We suggest “series”") } } });
    expectOk(await changeSeries.execute({ seriesId, title: "Ebb", intro: "" }, { actor: orla }));
    const id = await story("kept");
    expect(await seriesAt(slug)).toMatchObject({ title: "Ebb", slug });
    expect(await removeSeries.execute({ seriesId }, { actor: orla })).toMatchObject({ ok: false, failure: { reason: "has_parts" } });
    expectOk(await placeInSeries.execute({ articleId: id, seriesId: null }, { actor: orla }));
    expectOk(await removeSeries.execute({ seriesId }, { actor: orla }));
    expect((await seriesList(orla))?.map((one) => one.id)).not.toContain(seriesId);
  });

  it("holds each of twenty stories once, that come at the same time", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async (_, index) => expectOk(await createArticle.execute({ content: someContent(section.id, { slug: `at-once-${number}-${index}` }) }, { actor: orla })).id));
    for (const result of await Promise.all(ids.map((articleId) => placeInSeries.execute({ articleId, seriesId }, { actor: orla })))) expectOk(result);
    expect((await seriesList(orla))?.[0]?.parts).toHaveLength(20);
  });

  it("is named and ordered by editors; a story is placed by whoever may publish it", async () => {
    const author = await somebody("author");
    const own = expectOk(await createArticle.execute({ content: someContent(section.id, { slug: `own-${number}` }) }, { actor: author })).id;
    expectOk(await placeInSeries.execute({ articleId: own, seriesId }, { actor: author }));
    const foreign = await story("foreign");
    const refused = { ok: false, failure: { code: "forbidden" } };
    expect(await placeInSeries.execute({ articleId: foreign, seriesId: null }, { actor: author })).toMatchObject(refused);
    expect(await movePart.execute({ articleId: own, direction: "down" }, { actor: author })).toMatchObject(refused);
    expect(await createSeries.execute({ title: "Mine", slug: "", intro: "" }, { actor: author })).toMatchObject(refused);
    expect(await changeSeries.execute({ seriesId, title: "Mine", intro: "" }, { actor: author })).toMatchObject(refused);
    expect(await removeSeries.execute({ seriesId }, { actor: author })).toMatchObject(refused);
    expect(await seriesList(author)).toBeNull();
    expect(await placeInSeries.execute({ articleId: own, seriesId: "0190b5a0-0000-7000-8000-000000000001" }, { actor: author })).toMatchObject({ ok: false, failure: { reason: "no_series" } });
  });

  it("is renewed with every part that comes, changes or goes", async () => {
    const id = await story("renewing");
    const lists = await appDatabase().transaction(async (tx) => {
      const article = await lockArticle(tx, { articleId: id });
      return article && listsTouched(tx, article);
    });
    expect(lists?.series).toEqual([seriesId]);
    const event = (name: "article.published" | "article.unpublished" | "series.placed", subjectId: string, data: Record<string, unknown>) => pageTagsOf({ id: 1, name, subjectType: "", subjectId, data, at: new Date() });
    expect(event("article.unpublished", id, { ...lists })).toContain(`series:${seriesId}`);
    expect(event("series.placed", seriesId, { articles: [id] })).toEqual([`series:${seriesId}`, "articles", `article:${id}`]);
  });
});
