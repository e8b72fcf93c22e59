import { count, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { appendUpdate, committedCopy } from "@/lib/articles/update-log";
import { storeWorkingCopy } from "@/lib/collab/store-working-copy";
import type { StoryContent } from "@/lib/content/document";

useTestDatabase();

const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

it("whoever leaves a story that was just published leaves no autosave for the slug and the empty lines that publishing settled, and one for anything else", async () => {
  const editor = await somebody("editor");
  const body = { type: "doc", content: [line("One."), { type: "paragraph" }, line("Two."), { type: "paragraph" }] } as StoryContent["body"];
  const { id } = expectOk(await createArticle.execute({ content: someContent((await someSection()).id, { headline: "Settled by publishing", slug: "", body }) }, { actor: editor }));
  expectOk(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor }));
  const kept = async () => (await appDatabase().select({ number: count() }).from(revisions).where(eq(revisions.articleId, id)))[0]?.number ?? 0;
  const before = await kept();
  await storeWorkingCopy(id, editor, "everybody left");
  expect(await kept()).toBe(before);

  const { doc, epoch } = await committedCopy(appDatabase(), id);
  const stood = Y.encodeStateVector(doc);
  doc.getText("kicker").insert(0, "New");
  await appendUpdate(appDatabase(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, stood), authorId: editor.personId });
  await storeWorkingCopy(id, editor, "everybody left");
  expect(await kept()).toBe(before + 1);
});
