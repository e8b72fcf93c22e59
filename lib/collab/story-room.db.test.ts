import { readFileSync } from "node:fs";
import { count, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { articleUpdates } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import { StoryRoom } from "@/lib/collab/story-room";
import type { StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy, readAsWritten } from "@/lib/content/working-copy";

useTestDatabase();

const body = JSON.parse(readFileSync("lib/content/frozen/format-2-loud-headings.json", "utf8")) as StoryContent["body"];

/** A story as a browser of an earlier format left it. */
async function storyOfFormatTwo() {
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const { doc, epoch } = await committedCopy(appDatabase(), made.value.id);
  const before = Y.encodeStateVector(doc);
  mergeBodyIntoWorkingCopy(doc, { body }, "test");
  const bytes = Y.encodeStateAsUpdate(doc, before);
  await appendUpdate(appDatabase(), { articleId: made.value.id, epoch, bytes, authorId: editor.personId });
  return { articleId: made.value.id, editor, bytes };
}

const updatesOf = async (articleId: string) => (await appDatabase().select({ number: count() }).from(articleUpdates).where(eq(articleUpdates.articleId, articleId)))[0]?.number;

it("brings a story of an earlier format up to date before anybody opens it, once, and writes that down", async () => {
  const { articleId } = await storyOfFormatTwo();
  const before = await updatesOf(articleId);
  expect((await committedContent(appDatabase(), articleId)).body.content[0]).toMatchObject({ content: [{ text: "The night boat of " }, { text: "Ellery" }] });

  const room = await StoryRoom.open(articleId);
  const browser = new Y.Doc();
  Y.applyUpdate(browser, room.state());
  expect(readAsWritten(browser)?.body.content).toHaveLength(4);
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
  expect(readAsWritten((await committedCopy(appDatabase(), articleId)).doc)).not.toBeNull();
  room.close();
  (await StoryRoom.open(articleId)).close();
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
});

it("takes no update that would make a heading loud again", async () => {
  const { articleId, editor } = await storyOfFormatTwo();
  const room = await StoryRoom.open(articleId);
  const browser = new Y.Doc();
  Y.applyUpdate(browser, room.state());
  const before = Y.encodeStateVector(browser);
  const heading = browser.getXmlFragment("body").get(0) as Y.XmlElement;
  (heading.get(0) as Y.XmlText).format(0, 3, { strong: {} });
  expect(await room.take(Y.encodeStateAsUpdate(browser, before), editor.personId)).toBe("refused");
  room.close();
});
