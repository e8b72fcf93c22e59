import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { articleUpdates, events } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { leaveUnsound, quotationOfTwo } from "@/db/testing/unsound-copy";
import { createArticle } from "@/lib/articles/commands/create-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import type { PersonActor } from "@/lib/core/actor";
import type { Block, StoryContent } from "@/lib/content/document";
import { isSound } from "@/lib/content/sound-copy";
import { textOfBlock } from "@/lib/content/to-text";
import { addNote } from "@/lib/notes/commands/add-note";
import { resolveNote } from "@/lib/notes/commands/settle-note";
import { settleSuggestion } from "@/lib/notes/commands/settle-suggestion";
import { storyNotes } from "@/lib/notes/reads/story-notes";

useTestDatabase();

let [orla, ana] = [] as unknown as [PersonActor, PersonActor];
let section: { id: string };

beforeAll(async () => {
  [orla, ana] = [await somebody("editor", "Orla"), await somebody("author", "Ana")];
  section = await someSection();
});

const db = () => appDatabase();
const words = "The night ferry leaves at 23:40.";
const line = (text: string): Block => ({ type: "paragraph", attrs: { id: "a".repeat(10) }, content: [{ type: "text", text: text.slice(0, 10) }, { type: "text", text: text.slice(10), marks: [{ type: "strong" }] }] });
const textOf = async (id: string) => (await committedContent(db(), id)).body.content.map(textOfBlock).join("\n");
const story = async (changes: Partial<StoryContent> = {}) => expectOk(await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [line(words)] }, ...changes }) }, { actor: ana })).id;

const suggest = async (articleId: string, suggestion: string | null, quote = "night ferry", more: object = {}) => {
  const from = words.indexOf(quote);
  return addNote.execute({ articleId, anchor: { kind: "text", pieces: [{ blockId: "a".repeat(10), from, to: from + quote.length }], quote }, body: "Shorter", suggestion, ...more }, { actor: orla });
};
const answer = (articleId: string, noteId: string, verdict = "applied", actor = ana) => settleSuggestion.execute({ articleId, noteId, verdict }, { actor });
const noteOf = async (articleId: string) => (await storyNotes(ana, articleId))?.notes[0] ?? expect.unreachable();

describe("suggesting an edit within a note", () => {
  it("puts them into a story that two processes left unsound, and makes it sound with them", async () => {
    const id = await story({ body: { type: "doc", content: [line(words), quotationOfTwo, { type: "paragraph" }] } as StoryContent["body"] });
    const note = expectOk(await suggest(id, "last boat")).id;
    await leaveUnsound(id, ana.personId);
    expectOk(await answer(id, note));
    expect(await textOf(id)).toContain("The last boat leaves at 23:40.");
    expect(isSound((await committedCopy(db(), id)).doc)).toBe(true);
  });

  it("puts the other words in their place under whoever is typing beside them, as the writing of whoever suggested them", async () => {
    const id = await story();
    const note = expectOk(await suggest(id, "last\nboat")).id;
    expect(await noteOf(id)).toMatchObject({ suggestion: { from: "night ferry", to: "last boat", settled: null }, status: "open" });
    expect(await textOf(id)).toBe(words);
    const { doc, epoch } = await committedCopy(db(), id);
    const before = Y.encodeStateVector(doc);
    ((doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(words.length, " TYPED");
    expectOk(await answer(id, note));
    await appendUpdate(db(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: ana.personId });
    expect(await textOf(id)).toBe("The last boat leaves at 23:40. TYPED");
    expect(await noteOf(id)).toMatchObject({ suggestion: { settled: "applied" }, status: "resolved", resolved: { by: "Ana" } });
    const [told] = await db().select({ data: events.data }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.suggestion_applied")));
    expect(told?.data).toMatchObject({ noteId: note, authorId: orla.personId, updateId: expect.any(Number) });
    const [written] = await db().select({ by: articleUpdates.authorId }).from(articleUpdates).where(eq(articleUpdates.id, sql`${Number(told?.data.updateId)}`));
    expect(written?.by).toBe(orla.personId);
  });

  it("is refused where the note stands on other words by now, and writes nothing", async () => {
    const id = await story();
    const note = expectOk(await suggest(id, "last boat")).id;
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await committedContent(db(), id)), body: { type: "doc", content: [line("The night train leaves at 23:40.")] } } }, { actor: ana }));
    expect(failureOf(await answer(id, note))?.reason).toBe("text_changed");
    expect(await textOf(id)).toBe("The night train leaves at 23:40.");
    expect(await noteOf(id)).toMatchObject({ suggestion: { settled: null }, status: "open" });
    expectOk(await answer(id, note, "dismissed"));
    expect(await noteOf(id)).toMatchObject({ suggestion: { settled: "dismissed" }, status: "resolved" });
  });

  it("finds the words wherever they stand by now, and may take them out", async () => {
    const id = await story();
    const note = expectOk(await suggest(id, "ferry")).id;
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await committedContent(db(), id)), body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Put in front." }] }, line(`Tonight: ${words}`)] } } }, { actor: ana }));
    expectOk(await answer(id, note));
    expect(await textOf(id)).toBe("Put in front.\nTonight: The ferry leaves at 23:40.");
    const other = await story();
    expectOk(await answer(other, expectOk(await suggest(other, "", " night")).id));
    expect(await textOf(other)).toBe("The ferry leaves at 23:40.");
  });

  it("by two at once is done once", async () => {
    const id = await story();
    const note = expectOk(await suggest(id, "night night ferry")).id;
    const both = await Promise.all([answer(id, note), answer(id, note, "applied", orla)]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(failureOf(both.find((one) => !one.ok) ?? expect.unreachable())?.reason).toBe("settled_already");
    expect(await textOf(id)).toBe("The night night ferry leaves at 23:40.");
  });

  it("needs words of one paragraph, and something else to put there; a blocking note goes on blocking whoever may not resolve it", async () => {
    const id = await story();
    expect(failureOf(await suggest(id, "night ferry"))?.code).toBe("invalid");
    expect(failureOf(await suggest(id, "x".repeat(1001)))?.code).toBe("invalid");
    expect(failureOf(await addNote.execute({ articleId: id, anchor: { kind: "story" }, body: "x", suggestion: "y" }, { actor: orla }))?.code).toBe("invalid");
    const plain = expectOk(await suggest(id, null, "23:40")).id;
    expect(failureOf(await answer(id, plain))?.reason).toBe("no_suggestion");
    expectOk(await resolveNote.execute({ articleId: id, noteId: plain }, { actor: ana }));
    const blocking = expectOk(await suggest(id, "last boat", "night ferry", { blocking: true })).id;
    expectOk(await answer(id, blocking));
    expect((await storyNotes(ana, id))?.notes.find((one) => one.id === blocking)).toMatchObject({ blocking: true, status: "open", suggestion: { settled: "applied" } });
  });
});
