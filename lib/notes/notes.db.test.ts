import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase, readerDatabase } from "@/db/client";
import { articles, articleUpdates, events, mails, noteMentions, noteMessages, noteThreads, revisions } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk, failureOf } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { keepRevision } from "@/lib/articles/commands/keep-revision";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { publishDueArticle } from "@/lib/articles/commands/publish-due-article";
import { restoreRevision, rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { lastEventOf } from "@/lib/articles/article-row";
import { revisionHistory, storyState } from "@/lib/articles/reads/desk";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import { storeWorkingCopy } from "@/lib/collab/store-working-copy";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { contentHash } from "@/lib/content/content-hash";
import type { Block, StoryContent } from "@/lib/content/document";
import { quoteLength } from "@/lib/content/note-anchors";
import { schemaVersion } from "@/lib/content/schema";
import { notesInWorkingCopy } from "@/lib/content/working-copy";
import { fromProcess, provide } from "@/lib/kernel/process-store";
import { openLetter } from "@/lib/mail/letter";
import { addNote } from "@/lib/notes/commands/add-note";
import { answerNote, editNote } from "@/lib/notes/commands/answer-note";
import { moveNote } from "@/lib/notes/commands/move-note";
import { seeNotes } from "@/lib/notes/commands/see-notes";
import { changeNote, reopenNote, resolveNote } from "@/lib/notes/commands/settle-note";
import { mailMentionsJob } from "@/lib/notes/jobs/mail-mentions";
import { storyNotes } from "@/lib/notes/reads/story-notes";
import { noteLimits } from "@/lib/notes/note";
import { waitingNotes } from "@/lib/notes/reads/waiting-notes";
import type { NoteView } from "@/lib/notes/views";

useTestDatabase();

let [orla, ana, boss] = [] as unknown as [PersonActor, PersonActor, PersonActor];
let section: { id: string };

beforeAll(async () => {
  [orla, ana, boss] = [await somebody("editor", "Orla Quist"), await somebody("author", "Ana Reiss"), await somebody("administrator", "Bo Ness")];
  section = await someSection();
});

const line = (letter: string, text: string): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const figure = (text: string) => ({ body: { type: "doc" as const, content: [line("a", text), line("b", "Nobody counted the passengers that evening.")] } });
const ferry = figure("The night ferry leaves at 23:40.");
const db = () => appDatabase();

async function story(changes: Partial<StoryContent> = ferry, actor = ana): Promise<string> {
  return expectOk(await createArticle.execute({ content: someContent(section.id, changes) }, { actor })).id;
}

type More = Partial<{ actor: PersonActor; body: string; mentions: string[]; blocking: boolean; audience: string; assigneeId: string; words: string }>;
async function noted(articleId: string, { actor = ana, words = "night ferry", ...more }: More = {}): Promise<string> {
  const from = "The night ferry leaves at 23:40.".indexOf(words);
  const anchor = { kind: "text", pieces: [{ blockId: "aaaaaaaaaa", from, to: from + words.length }], quote: words };
  return expectOk(await addNote.execute({ articleId, anchor, body: "Which ferry?", ...more }, { actor })).id;
}

const notesOf = async (articleId: string, actor: PersonActor = ana): Promise<NoteView[]> => (await storyNotes(actor, articleId))?.notes ?? [];
const only = async (articleId: string, actor: PersonActor = ana): Promise<NoteView> => (await notesOf(articleId, actor))[0] ?? expect.unreachable();
const versionOf = async (id: string) => (await db().select({ version: articles.version }).from(articles).where(eq(articles.id, id)))[0]?.version;
const publish = async (articleId: string) => publishArticle.execute({ articleId, version: await versionOf(articleId) }, { actor: orla });

/** Writes into the committed copy as a browser would, and has it stored as after a pause. */
async function write(articleId: string, change: (body: Y.XmlFragment, doc: Y.Doc) => void): Promise<Y.Doc> {
  const { doc, epoch } = await committedCopy(db(), articleId);
  const before = Y.encodeStateVector(doc);
  change(doc.getXmlFragment("body"), doc);
  await appendUpdate(db(), { articleId, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: ana.personId });
  await storeWorkingCopy(articleId, ana, "pause");
  return doc;
}

describe("a note on words", () => {
  it("is a row and a mark in one step, and changes nothing of the story that anybody can compare", async () => {
    const id = await story();
    const [before, count] = [contentHash(await committedContent(db(), id)), (await revisionHistory(ana, id))?.length];
    await db().update(articles).set({ schemaVersion: 3 }).where(eq(articles.id, id));
    const note = await noted(id, { body: "Which ferry?\nThere are two." });
    const { doc } = await committedCopy(db(), id);
    expect([...notesInWorkingCopy(doc)]).toEqual([[note, { blockId: "aaaaaaaaaa", quote: "night ferry", prefix: "The ", suffix: " leaves at 23:40." }]]);
    expect(contentHash(await committedContent(db(), id))).toBe(before);
    expect(expectOk(await keepRevision.execute({ articleId: id, label: "" }, { actor: ana })).seq).not.toBeNull();
    await storeWorkingCopy(id, ana, "everybody left");
    expect((await revisionHistory(ana, id))?.length).toBe((count ?? 0) + 1);
    expect(await only(id)).toMatchObject({ id: note, kind: "text", quote: "night ferry", status: "open", mine: true, fresh: false, messages: [{ body: "Which ferry?\nThere are two.", canEdit: true }] });
    // Nobody wrote in the story; but a browser of before may not open it any more.
    const [written] = await db().select({ by: articleUpdates.authorId }).from(articleUpdates).where(eq(articleUpdates.articleId, id)).orderBy(sql`id desc`).limit(1);
    expect(written).toEqual({ by: null });
    expect((await db().select({ known: articles.schemaVersion }).from(articles).where(eq(articles.id, id)))[0]?.known).toBe(schemaVersion);
    const [told] = await db().select({ data: events.data }).from(events).where(and(eq(events.subjectId, id), eq(events.name, "article.note_added")));
    expect(told?.data).toEqual({ noteId: note, blocking: false, updateId: expect.any(Number) });
    expect(await lastEventOf(db(), id)).toMatchObject({ what: "began" });
  });

  it("says no more of its words than tells them, however many they are", async () => {
    const text = "ferry ".repeat(90).trim();
    const id = await story({ body: { type: "doc", content: [line("a", text)] } });
    const quote = text.slice(0, noteLimits.quote);
    expect(noteLimits.quote).toBe(quoteLength);
    expectOk(await addNote.execute({ articleId: id, anchor: { kind: "text", pieces: [{ blockId: "aaaaaaaaaa", from: 0, to: text.length }], quote }, body: "All of it." }, { actor: ana }));
    expect((await only(id)).quote).toBe(quote);
  });

  it("is refused where the words say something else by now, and leaves nothing behind", async () => {
    const id = await story();
    const stale = await addNote.execute({ articleId: id, anchor: { kind: "text", pieces: [{ blockId: "aaaaaaaaaa", from: 4, to: 15 }], quote: "early ferry" }, body: "?" }, { actor: ana });
    expect(failureOf(stale)).toMatchObject({ code: "conflict", reason: "text_changed" });
    expect(failureOf(await addNote.execute({ articleId: id, anchor: { kind: "block", blockId: "zzzzzzzzzz" }, body: "?" }, { actor: ana }))?.reason).toBe("block_gone");
    expect(await notesOf(id)).toEqual([]);
    expect(notesInWorkingCopy((await committedCopy(db(), id)).doc).size).toBe(0);
  });

  it("is placed under somebody whose letters are on the wire, and takes in what she writes within its words", async () => {
    const id = await story();
    const { doc, epoch } = await committedCopy(db(), id);
    const before = Y.encodeStateVector(doc);
    const text = (doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(10, "car ");
    text.insert(0, "Tonight: ");
    await noted(id);
    await appendUpdate(db(), { articleId: id, epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: ana.personId });
    await storeWorkingCopy(id, ana, "pause");
    expect((await committedContent(db(), id)).body.content[0]).toMatchObject({ content: [{ text: "Tonight: The night car ferry leaves at 23:40." }] });
    expect(await only(id)).toMatchObject({ status: "open", quote: "night car ferry" });
  });

  it("loses its place where its words are deleted, keeps what they were, and has it again when that is undone", async () => {
    const id = await story();
    await noted(id);
    const { doc } = await committedCopy(db(), id);
    const undo = new Y.UndoManager(doc.getXmlFragment("body"));
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment("body").delete(0, 1);
    await appendUpdate(db(), { articleId: id, epoch: (await committedCopy(db(), id)).epoch, bytes: Y.encodeStateAsUpdate(doc, before), authorId: ana.personId });
    await storeWorkingCopy(id, ana, "pause");
    expect(await only(id)).toMatchObject({ status: "orphaned", quote: "night ferry" });
    const deleted = Y.encodeStateVector(doc);
    undo.undo();
    await appendUpdate(db(), { articleId: id, epoch: (await committedCopy(db(), id)).epoch, bytes: Y.encodeStateAsUpdate(doc, deleted), authorId: ana.personId });
    await storeWorkingCopy(id, ana, "pause");
    expect(await only(id)).toMatchObject({ status: "open", quote: "night ferry" });
  });

  it("is put back by its words, or where somebody says", async () => {
    const id = await story();
    const note = await noted(id);
    await write(id, (body) => body.delete(0, 1));
    expect(failureOf(await moveNote.execute({ articleId: id, noteId: note }, { actor: ana }))?.reason).toBe("quote_nowhere");
    expectOk(await rewriteWorkingCopy.execute({ articleId: id, content: { ...(await committedContent(db(), id)), ...figure("Once more: the night ferry leaves.") } }, { actor: ana }));
    expect((await only(id)).status).toBe("orphaned");
    expectOk(await moveNote.execute({ articleId: id, noteId: note }, { actor: ana }));
    expect(await only(id)).toMatchObject({ status: "open", quote: "night ferry" });
    expectOk(await moveNote.execute({ articleId: id, noteId: note, anchor: { kind: "text", pieces: [{ blockId: "bbbbbbbbbb", from: 0, to: 6 }], quote: "Nobody" } }, { actor: ana }));
    const { doc } = await committedCopy(db(), id);
    expect([...notesInWorkingCopy(doc).values()].map(({ quote }) => quote)).toEqual(["Nobody"]);
    expect(failureOf(await moveNote.execute({ articleId: id, noteId: note, anchor: { kind: "story" } }, { actor: ana }))?.reason).toBe("still_there");
  });

  it("stays through a restore, also of a version from before it", async () => {
    const id = await story();
    expectOk(await keepRevision.execute({ articleId: id, label: "Before" }, { actor: ana }));
    const [kept] = (await revisionHistory(ana, id)) ?? [];
    await noted(id);
    await write(id, (body) => ((body.get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Truly: "));
    expectOk(await restoreRevision.execute({ articleId: id, revisionId: kept?.id }, { actor: orla }));
    expect((await committedContent(db(), id)).body.content[1]).toMatchObject({ content: [{ text: "Nobody counted the passengers that evening." }] });
    expect(await only(id)).toMatchObject({ status: "open", quote: "night ferry" });
  });
});

it("stands on a block, a field or the story too, and a block that goes takes its place", async () => {
  const id = await story();
  for (const anchor of [{ kind: "block", blockId: "bbbbbbbbbb" }, { kind: "field", field: "standfirst" }, { kind: "story" }]) expectOk(await addNote.execute({ articleId: id, anchor, body: "Look at this." }, { actor: ana }));
  expect((await notesOf(id)).map(({ kind, blockId, field, quote }) => ({ kind, blockId, field, quote }))).toEqual([
    { kind: "block", blockId: "bbbbbbbbbb", field: null, quote: "Nobody counted the passengers that evening." },
    { kind: "field", blockId: null, field: "standfirst", quote: "" },
    { kind: "story", blockId: null, field: null, quote: "" },
  ]);
  await write(id, (body) => body.delete(1, 1));
  expect((await notesOf(id)).map(({ status }) => status)).toEqual(["orphaned", "open", "open"]);
});

describe("a thread", () => {
  it("is answered, and one's own words are changed for a quarter of an hour", async () => {
    const id = await story();
    const note = await noted(id);
    const answer = expectOk(await answerNote.execute({ articleId: id, noteId: note, body: `@${ana.name} the big one.`, mentions: [ana.personId] }, { actor: orla })).id;
    expect(await only(id)).toMatchObject({ fresh: true, messages: [{}, { by: { name: "Orla Quist" }, mentions: [{ name: "Ana Reiss" }], canEdit: false }] });
    expectOk(await seeNotes.execute({ articleId: id, noteIds: [note] }, { actor: ana }));
    expect((await only(id)).fresh).toBe(false);
    expect(failureOf(await editNote.execute({ articleId: id, noteId: note, messageId: answer, body: "No." }, { actor: ana }))?.reason).toBe("not_yours");
    expectOk(await editNote.execute({ articleId: id, noteId: note, messageId: answer, body: "The big one." }, { actor: orla }));
    expect(await only(id)).toMatchObject({ messages: [{}, { body: "The big one.", edited: true, mentions: [] }] });
    await db().update(noteMessages).set({ createdAt: sql`now() - interval '16 minutes'` }).where(eq(noteMessages.id, answer));
    expect(failureOf(await editNote.execute({ articleId: id, noteId: note, messageId: answer, body: "Too late." }, { actor: orla }))?.reason).toBe("too_late");
  });

  it("names and is given to nobody who may not open the story, or whose name is not in the text", async () => {
    const id = await story();
    const stranger = await somebody("author", "Cem Aksoy");
    for (const wrong of [{ body: "@Cem Aksoy look", mentions: [stranger.personId] }, { body: "Look", mentions: [orla.personId] }, { body: "Look", assigneeId: stranger.personId }])
      expect(failureOf(await addNote.execute({ articleId: id, anchor: { kind: "story" }, ...wrong }, { actor: ana }))?.reason).toBe("not_in_story");
    expect(failureOf(await addNote.execute({ articleId: id, anchor: { kind: "story" }, body: "  " }, { actor: ana }))?.code).toBe("invalid");
    expect(failureOf(await addNote.execute({ articleId: id, anchor: { kind: "story" }, body: "Hello" }, { actor: stranger }))?.code).toBe("forbidden");
    expect(await storyNotes(stranger, id)).toBeNull();
  });

  it("is resolved and reopened without a letter in the document", async () => {
    const id = await story();
    const note = await noted(id);
    const [updates] = await db().select({ number: sql<number>`count(*)::int` }).from(articleUpdates).where(eq(articleUpdates.articleId, id));
    expectOk(await resolveNote.execute({ articleId: id, noteId: note }, { actor: orla }));
    expect(await only(id)).toMatchObject({ status: "resolved", resolved: { by: "Orla Quist" } });
    expect(failureOf(await changeNote.execute({ articleId: id, noteId: note, blocking: true }, { actor: ana }))?.reason).toBe("resolved");
    expectOk(await reopenNote.execute({ articleId: id, noteId: note }, { actor: ana }));
    expect(await only(id)).toMatchObject({ status: "open", resolved: null });
    expect((await db().select({ number: sql<number>`count(*)::int` }).from(articleUpdates).where(eq(articleUpdates.articleId, id)))[0]).toEqual(updates);
  });
});

describe("who may read it", () => {
  it("a desk's note is the desk's, a legal one the administrators', and always theirs who wrote it, were given it or are named in it", async () => {
    const id = await story({ ...ferry, bylines: [{ role: "by", personId: ana.personId, name: ana.name }] });
    await noted(id, { actor: orla, audience: "desk", body: "Weak." });
    const legal = await noted(id, { actor: boss, audience: "legal", body: "Libel?", blocking: true });
    const seen = async (actor: PersonActor) => (await notesOf(id, actor)).map(({ messages }) => messages[0]?.body);
    expect([await seen(ana), await seen(orla), await seen(boss)]).toEqual([[], ["Weak."], ["Weak.", "Libel?"]]);
    for (const command of [answerNote, resolveNote, reopenNote]) expect(failureOf(await command.execute({ articleId: id, noteId: legal, ...(command === answerNote ? { body: "Hm." } : {}) } as never, { actor: orla }))?.code).toBe("forbidden");
    expectOk(await changeNote.execute({ articleId: id, noteId: legal, assigneeId: ana.personId }, { actor: boss }));
    expect([await seen(ana), await seen(orla)]).toEqual([["Libel?"], ["Weak."]]);
    expectOk(await answerNote.execute({ articleId: id, noteId: legal, body: `@${orla.name} is it?`, mentions: [orla.personId] }, { actor: ana }));
    expect(await seen(orla)).toEqual(["Weak.", "Libel?"]);
    // Everybody hears that it stops the story; what it says, only those who may read it.
    const stop = (await storyState(orla, id))?.checks.find((check) => check.id === `note.${legal}`);
    expect(stop).toMatchObject({ level: "stop", message: "A note of Bo Ness stops publishing" });
    expect(JSON.stringify(stop)).not.toContain("Libel");
  });

  it("a blocking note is not resolved, freed or taken over by whomever it stops", async () => {
    const id = await story();
    const note = await noted(id, { actor: orla, blocking: true });
    expect(await only(id)).toMatchObject({ can: { resolve: false } });
    expect(failureOf(await resolveNote.execute({ articleId: id, noteId: note }, { actor: ana }))?.code).toBe("forbidden");
    for (const change of [{ blocking: false }, { audience: "desk" }, { assigneeId: ana.personId }]) expect(failureOf(await changeNote.execute({ articleId: id, noteId: note, ...change }, { actor: ana }))?.code).toBe("forbidden");
    expectOk(await resolveNote.execute({ articleId: id, noteId: note }, { actor: orla }));
    // But anybody may say that it is not over.
    expectOk(await reopenNote.execute({ articleId: id, noteId: note }, { actor: ana }));
    expect(failureOf(await publish(id))?.reason).toBe("checks_failed");
  });
});

describe("a blocking note", () => {
  it("stops publishing, on the desk and on the server, until it is resolved, also where its words are gone", async () => {
    const id = await story();
    const note = await noted(id, { blocking: true });
    expect((await storyState(ana, id))?.checks.find((check) => check.id === `note.${note}`)).toMatchObject({ level: "stop", place: { blockId: "aaaaaaaaaa" } });
    expect(failureOf(await publish(id))).toMatchObject({ reason: "checks_failed", message: expect.stringContaining("A note of Ana Reiss stops publishing") });
    await write(id, (body) => body.delete(0, 1));
    expect(failureOf(await publish(id))?.reason).toBe("checks_failed");
    expectOk(await resolveNote.execute({ articleId: id, noteId: note }, { actor: ana }));
    expectOk(await publish(id));
  });

  it("that comes after the schedule takes the story off it and says why", async () => {
    const id = await story();
    expectOk(await scheduleArticle.execute({ articleId: id, version: await versionOf(id), at: new Date(Date.now() + 60_000).toISOString() }, { actor: orla }));
    await noted(id, { blocking: true });
    await db().update(articles).set({ scheduledFor: sql`now() - interval '1 second'` }).where(eq(articles.id, id));
    expect(expectOk(await publishDueArticle.execute({ articleId: id }, { actor: systemActor("the program") }))).toEqual({ published: false });
    expect((await storyState(ana, id))?.scheduleFailure).toBe("It could not be published on time: a note of Ana Reiss stops publishing");
  });
});

it("is in no byte that a reader's login can read, nor in any version", async () => {
  const id = await story();
  const markers = ["PLANTED-NOTE", "PLANTED-ANSWER"];
  const note = await noted(id, { body: "PLANTED-NOTE" });
  expectOk(await addNote.execute({ articleId: id, anchor: { kind: "block", blockId: "bbbbbbbbbb" }, body: "PLANTED-NOTE" }, { actor: ana }));
  expectOk(await answerNote.execute({ articleId: id, noteId: note, body: "PLANTED-ANSWER" }, { actor: orla }));
  expectOk(await publish(id));
  const views = await db().execute<{ name: string }>(sql`select table_name as name from information_schema.views where table_schema = 'public' and table_name like 'public\\_%'`);
  expect(views.length).toBeGreaterThan(5);
  for (const { name } of views) {
    const rows = await readerDatabase().execute<{ row: string }>(sql`select to_jsonb(one)::text as row from ${sql.identifier(name)} as one`);
    for (const marker of [...markers, note, 'type": "note"', "data-note"]) expect(rows.map(({ row }) => row).join("\n"), `${marker} in ${name}`).not.toContain(marker);
  }
  const versions = JSON.stringify(await db().select().from(revisions).where(eq(revisions.articleId, id)));
  for (const marker of [...markers, note]) expect(versions).not.toContain(marker);
  await expect(readerDatabase().select().from(noteThreads)).rejects.toThrow();
});

describe("whoever is named or given a note", () => {
  it("finds it on the desk until she has seen it", async () => {
    const waits = await somebody("editor", "Vera Lund");
    const id = await story();
    const note = await noted(id, { body: "@Vera Lund who counted?", mentions: [waits.personId] });
    expectOk(await addNote.execute({ articleId: id, anchor: { kind: "story" }, body: "Yours.", assigneeId: waits.personId }, { actor: ana }));
    expect(await waitingNotes(waits)).toMatchObject([{ articleId: id, by: "Ana Reiss", threads: 2 }]);
    expectOk(await seeNotes.execute({ articleId: id, noteIds: [note] }, { actor: waits }));
    expect(await waitingNotes(waits)).toMatchObject([{ threads: 1 }]);
    expectOk(await seeNotes.execute({ articleId: id, noteIds: (await notesOf(id)).map((one) => one.id) }, { actor: waits }));
    expect(await waitingNotes(waits)).toEqual([]);
  });

  it("is told by mail once, after ten minutes in which she saw nothing, and not what the note says", async () => {
    const waits = await somebody("editor", "Mila Brandt");
    const id = await story();
    const tell = () => mailMentionsJob.run({}, new AbortController().signal);
    const told = () => db().select().from(mails).where(eq(mails.kind, "note"));
    await noted(id, { body: "@Mila Brandt PLANTED-SECRET", mentions: [waits.personId] });
    await noted(id, { words: "23:40", body: "@Mila Brandt PLANTED-SECRET", mentions: [waits.personId] });
    const [env, before] = [fromProcess("env"), await told()];
    provide("env", { ...env, mail: { from: "desk@paper.example" } as never });
    await tell();
    expect(await told()).toEqual(before);
    await db().update(noteMentions).set({ createdAt: sql`now() - interval '11 minutes'` }).where(eq(noteMentions.personId, waits.personId));
    await tell();
    await tell();
    provide("env", env);
    const sent = (await told()).filter((mail) => !before.some((one) => one.id === mail.id));
    expect(sent.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Ana Reiss names you in a note on “The last boat home/)]);
    const { text } = openLetter(sent[0]?.id ?? "", sent[0]?.letter ?? "") ?? expect.unreachable();
    expect(text).toContain(`/desk/articles/${id}`);
    expect(text).not.toContain("PLANTED-SECRET");
  });
});
