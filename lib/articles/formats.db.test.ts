import { readFileSync } from "node:fs";
import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase, readerDatabase } from "@/db/client";
import { articles, publicArticles, revisions, settings } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { restoreRevision, rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { updateArticle } from "@/lib/articles/commands/update-article";
import { cardsWhere } from "@/lib/articles/reads/cards";
import { storyState } from "@/lib/articles/reads/desk";
import { previewArticle } from "@/lib/articles/reads/preview";
import { storyAt } from "@/lib/articles/reads/story-at";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import type { PersonActor } from "@/lib/core/actor";
import type { StoryContent } from "@/lib/content/document";

const database = useTestDatabase();

let editor: PersonActor;
let town: { id: string; slug: string };
let columns: { id: string; slug: string };

beforeAll(async () => {
  editor = await somebody("editor", "Orla");
  town = await someSection();
  columns = await someSection("columns", "opinion");
});

async function live(content: StoryContent): Promise<string> {
  const begun = await createArticle.execute({ content }, { actor: editor });
  if (!begun.ok) throw new Error(begun.failure.message);
  const published = await publishArticle.execute({ articleId: begun.value.id, version: 1 }, { actor: editor });
  if (!published.ok) throw new Error(published.failure.message);
  return begun.value.id;
}

const formatOnPage = async (id: string) => (await readerDatabase().select({ format: publicArticles.format }).from(publicArticles).where(eq(publicArticles.id, id)))[0]?.format;

it("a format goes from the working copy to preview, revision and readers, and changes only when the story goes out again", async () => {
  const content = someContent(town.id, { format: "analysis", slug: "who-pays" });
  const id = await live(content);
  expect((await previewArticle(editor, id))?.article.format).toBe("analysis");
  expect(await storyAt(town.slug, "who-pays")).toMatchObject({ article: { format: "analysis" } });

  await rewriteWorkingCopy.execute({ articleId: id, content: { ...content, format: "press_release" } }, { actor: editor });
  expect(await storyState(editor, id)).toMatchObject({ status: "live_changed", format: "press_release" });
  expect(await formatOnPage(id)).toBe("analysis");
  const [first] = await appDatabase().select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.seq);
  expect((await updateArticle.execute({ articleId: id, version: 2, kind: "update", note: "Sent to us." }, { actor: editor })).ok).toBe(true);
  expect(await formatOnPage(id)).toBe("press_release");

  expect((await restoreRevision.execute({ articleId: id, revisionId: first?.id ?? "" }, { actor: editor })).ok).toBe(true);
  expect((await committedContent(appDatabase(), id)).format).toBe("analysis");
});

it("what a fact check found goes to preview and readers, comes back with its version, and stays out of any other story", async () => {
  const found = { claim: "Mice ate the timetable", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" } as const;
  const content = someContent(town.id, { format: "fact_check", slug: "mice", ...found });
  const id = await live(content);
  expect((await previewArticle(editor, id))?.article).toMatchObject(found);
  expect(await storyAt(town.slug, "mice")).toMatchObject({ article: found });
  expect(await storyState(editor, id)).toMatchObject({ status: "live" });

  await rewriteWorkingCopy.execute({ articleId: id, content: { ...content, format: "news" } }, { actor: editor });
  expect(await committedContent(appDatabase(), id), "kept for whoever chooses the format again").toMatchObject(found);
  expect((await updateArticle.execute({ articleId: id, version: 2, kind: "update", note: "No fact check." }, { actor: editor })).ok).toBe(true);
  expect(await storyAt(town.slug, "mice")).toMatchObject({ article: { claim: "", claimant: "", claimantKind: null, verdict: null } });
  const [first] = await appDatabase().select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.seq);
  expect((await restoreRevision.execute({ articleId: id, revisionId: first?.id ?? "" }, { actor: editor })).ok).toBe(true);
  expect(await committedContent(appDatabase(), id)).toMatchObject({ format: "fact_check", ...found });
});

it("a card says what a fact check found and how many pictures a gallery shows, and counts those of no other story", async () => {
  const figure = { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-000000000001" } };
  const body = { type: "doc", content: [figure, paragraphOf("A press."), { type: "gallery", attrs: { title: "Inks" }, content: [figure, figure] }, { type: "factBox", content: [{ type: "paragraph" }, figure] }] };
  const checked = await live(someContent(town.id, { format: "fact_check", slug: "mice-again", claim: "Mice", verdict: "false" }));
  const [gallery, news] = [await live(someContent(town.id, { format: "gallery" })), await live(someContent(town.id))];
  // The gate asks for pictures of the store, of which this test has none; the count looks at the text alone.
  for (const id of [gallery, news]) await database.migrator().execute(sql`update revisions set body = ${JSON.stringify(body)}::jsonb, lead = '{"assetId": "0190b5a0-0000-7000-8000-000000000001"}' where article_id = ${id}::uuid`);
  const cards = new Map((await cardsWhere(inArray(publicArticles.id, [checked, gallery, news]), 3)).map((card) => [card.id, card]));
  expect(cards.get(checked)).toMatchObject({ verdict: "false", pictures: 0 });
  expect(cards.get(gallery)).toMatchObject({ verdict: null, pictures: 5 });
  expect(cards.get(news)?.pictures).toBe(0);
});

it("a story begins in the language of the paper", async () => {
  const begun = async () => {
    const made = await createArticle.execute({}, { actor: editor });
    if (!made.ok) throw new Error(made.failure.message);
    return (await committedContent(appDatabase(), made.value.id)).language;
  };
  expect(await begun()).toBe("en");
  await appDatabase().insert(settings).values({ key: "paper", value: { name: "بادبان", language: "fa" } });
  expect(await begun()).toBe("fa");
  await appDatabase().delete(settings);
});

/** What the migration did to stories that were there. */
async function migrateStories(): Promise<void> {
  const statements = readFileSync("db/migrations/0006_story_format.sql", "utf8").split("--> statement-breakpoint").map((one) => one.replace(/^\s*--.*$/gm, "").trim());
  for (const statement of statements) if (statement.startsWith("UPDATE")) await database.migrator().execute(sql.raw(statement));
}

/** A live story as it lay there before formats: its working copy says none. */
async function old(changes: Partial<StoryContent>, sectionId = town.id): Promise<string> {
  const id = await live(someContent(sectionId, changes));
  const { doc, epoch } = await committedCopy(appDatabase(), id);
  const before = Y.encodeStateVector(doc);
  doc.getMap("settings").delete("format");
  await appendUpdate(appDatabase(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: null });
  return id;
}

it("stories that were there get what was guessed of them, in every place, and none counts as edited", async () => {
  const body = { type: "doc" as const, content: Array.from({ length: 31 }, () => paragraphOf("word ".repeat(100).trim())) };
  const column = await old({}, columns.id);
  const news = await old({});
  const long = await old({ body });
  // With a picture it would be a long read; the store of this test has none, and the rule looks at the column alone.
  await database.migrator().execute(sql`update revisions set lead = '{"assetId": "0190b5a0-0000-7000-8000-000000000001"}' where article_id = ${long}::uuid`);
  const bare = await old({ body });
  await migrateStories();
  for (const [id, format] of [[column, "opinion"], [news, "news"], [long, "feature"], [bare, "news"]] as const) {
    expect(await formatOnPage(id), id).toBe(format);
    expect((await committedContent(appDatabase(), id)).format).toBe(format);
    expect(await storyState(editor, id)).toMatchObject({ format, status: "live" });
    const [row] = await appDatabase().select({ draft: articles.draftHash, published: revisions.hash }).from(articles).innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId)).where(eq(articles.id, id));
    expect(row?.draft).toBe(row?.published);
  }
});
