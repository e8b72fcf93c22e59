import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { storyAt } from "@/lib/articles/reads/story-at";
import { type FeedOf, feedItems } from "@/lib/articles/reads/syndication";
import type { Block } from "@/lib/content/document";

const test = useTestDatabase();

let section: { id: string };
let other: { id: string; slug: string };
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

const headlines = async (which: FeedOf) => (await feedItems(which, 30)).map((item) => item.headline);

it("carries the paper's stories, or those of one section, tag or author, newest first", async () => {
  expect(await headlines({ of: "paper" })).toEqual(["Neither", "Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "section", id: other.id })).toEqual(["Neither", "Tagged"]);
  expect(await headlines({ of: "tag", slug: "ferries" })).toEqual(["Tagged", "Signed and tagged"]);
  expect(await headlines({ of: "author", id: authorId })).toEqual(["Signed and tagged"]);
  expect(await headlines({ of: "tag", slug: "nothing" })).toEqual([]);
});

it("reads what went out before there was a rule as it would go out now: without blank rows at the end of a table", async () => {
  const row = (...texts: string[]) => ({ type: "tableRow" as const, content: texts.map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, content: text ? [{ type: "text" as const, text }] : [] }] })) });
  const table: Block = { type: "table", attrs: { id: "t000000001" }, content: [row("Day", "Passengers"), row("Friday", "122"), row("", ""), row("", "")] };
  await test.migrator().update(revisions).set({ body: { type: "doc", content: [table] } }).where(eq(revisions.slug, "story-2"));
  const page = await storyAt(other.slug, "story-2");
  const [item] = await feedItems({ of: "tag", slug: "harbours" }, 30);
  for (const body of [page.found === "here" ? page.article.body : null, item?.body]) expect(body?.content).toEqual([{ ...table, content: table.content.slice(0, 2) }]);
});
