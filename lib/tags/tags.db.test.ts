import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { tagNamed, tagPage } from "@/lib/articles/reads/lists";
import type { PersonActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import { describeTag } from "@/lib/tags/commands/describe-tag";
import { tagList } from "@/lib/tags/reads/tag-list";

useTestDatabase();

let orla: PersonActor;
let articleId: string;
const idOf = async (name: string) => (await tagList(orla, name))?.tags[0]?.id ?? "";

beforeAll(async () => {
  orla = await somebody("editor");
  const section = await someSection();
  for (const tags of [["Night ferry", "100 %"], ["Night ferry"]]) {
    const made = await createArticle.execute({ content: someContent(section.id, { slug: `tagged-${tags.length}`, tags }) }, { actor: orla });
    if (!made.ok) throw new Error(made.failure.message);
    articleId = made.value.id;
    await publishArticle.execute({ articleId, version: 1 }, { actor: orla });
  }
});

it("an introduction stands on the tag's page until it is taken away, and renews that page", async () => {
  const tagId = await idOf("night");
  const described = await describeTag.execute({ tagId, intro: "  The 23:40\n to Skerry. " }, { actor: orla });
  expect(described).toEqual({ ok: true, value: { slug: "night-ferry" } });
  expect(await tagNamed("night-ferry")).toMatchObject({ name: "Night ferry", intro: "The 23:40 to Skerry." });
  expect(pageTagsOf({ id: 1, name: "tag.described", subjectType: "tag", subjectId: tagId, data: { slug: "night-ferry" }, at: new Date() })).toEqual(["tag:night-ferry"]);
  await describeTag.execute({ tagId, intro: "" }, { actor: orla });
  expect(await tagNamed("night-ferry")).toMatchObject({ name: "Night ferry", intro: "" });
});

it("a tag that nothing public carries has no page, with or without an introduction", async () => {
  await unpublishArticle.execute({ articleId, version: 2, reason: "Wrong." }, { actor: orla });
  expect((await tagPage((await tagNamed("night-ferry")) ?? { id: "" })).cards).toHaveLength(1);
  await describeTag.execute({ tagId: await idOf("100 %"), intro: "All of it." }, { actor: orla });
  expect(await tagNamed("nothing")).toBeNull();
});

it("is written by editors and administrators, in 600 characters that can be stored", async () => {
  const tagId = await idOf("night");
  for (const role of ["contributor", "author", "moderator", "reader"] as const) {
    const actor = await somebody(role);
    expect(await tagList(actor)).toBeNull();
    expect(await describeTag.execute({ tagId, intro: "Mine." }, { actor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  }
  for (const intro of ["x".repeat(601), "half \ud800"]) expect(await describeTag.execute({ tagId, intro }, { actor: orla })).toMatchObject({ ok: false, failure: { fields: { intro: expect.any(String) } } });
  expect(await describeTag.execute({ tagId: "0190b5a0-0000-7000-8000-000000000001", intro: "" }, { actor: orla })).toMatchObject({ ok: false, failure: { code: "not_found" } });
});

it("the most used come first, and a sign that PostgreSQL knows is looked for as it is written", async () => {
  expect((await tagList(orla))?.tags.map(({ name }) => name)[0]).toBe("100 %");
  expect((await tagList(orla, "0 %"))?.tags.map(({ name }) => name)).toEqual(["100 %"]);
  expect((await tagList(orla, "_"))?.tags).toEqual([]);
});
