import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { type FeedOf, feedItems } from "@/lib/articles/reads/syndication";

useTestDatabase();

let section: { id: string };
let other: { id: string };
let authorId: string;

beforeAll(async () => {
  const editor = await somebody("editor");
  authorId = editor.personId;
  [section, other] = [await someSection(), await someSection()];
  const stories = [
    { section, headline: "Signed and tagged", tags: ["Ferries"], bylines: [{ role: "by" as const, personId: editor.personId, name: "Ines" }] },
    { section: other, headline: "Tagged", tags: ["Ferries"], bylines: [{ role: "by" as const, personId: null, name: "A guest" }] },
    { section: other, headline: "Neither", tags: ["Harbours"], bylines: [{ role: "by" as const, personId: null, name: "A guest" }] },
  ];
  for (const [index, { section: { id }, ...head }] of stories.entries()) {
    const made = await createArticle.execute({ content: someContent(id, { ...head, slug: `story-${index}` }) }, { actor: editor });
    if (made.ok) await publishArticle.execute({ articleId: made.value.id, version: 1 }, { actor: editor });
  }
});

const headlines = async (which: FeedOf) => (await feedItems(which)).map((item) => item.headline);

it("carries the paper's stories, or those of one section, tag or author, newest first", async () => {
  expect(await headlines({ of: "paper" })).toEqual(["Neither", "Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "section", id: other.id })).toEqual(["Neither", "Tagged"]);
  expect(await headlines({ of: "tag", slug: "ferries" })).toEqual(["Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "author", id: authorId })).toEqual(["Signed and tagged"]);
  expect(await headlines({ of: "tag", slug: "nothing" })).toEqual([]);
});
