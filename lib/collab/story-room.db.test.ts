import { readFileSync } from "node:fs";
import { count, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { articleDocuments, articles, articleUpdates } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { appendUpdate, committedContent, committedCopy } from "@/lib/articles/update-log";
import { storeWorkingCopy } from "@/lib/collab/store-working-copy";
import { StoryRoom } from "@/lib/collab/story-room";
import { articleLog, proposalLog } from "@/lib/collab/working-log";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy, readAsWritten } from "@/lib/content/working-copy";
import { startCopy } from "@/lib/proposals/commands/start-copy";
import { proposalContent } from "@/lib/proposals/proposal-log";

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

  const room = await StoryRoom.open(articleLog(articleId));
  const browser = new Y.Doc();
  Y.applyUpdate(browser, room.state());
  expect(readAsWritten(browser)?.body.content).toHaveLength(4);
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
  expect(readAsWritten((await committedCopy(appDatabase(), articleId)).doc)).not.toBeNull();
  room.close();
  (await StoryRoom.open(articleLog(articleId))).close();
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
});

it("takes no update that would make a heading loud again", async () => {
  const { articleId, editor } = await storyOfFormatTwo();
  const room = await StoryRoom.open(articleLog(articleId));
  const browser = new Y.Doc();
  Y.applyUpdate(browser, room.state());
  const before = Y.encodeStateVector(browser);
  const heading = browser.getXmlFragment("body").get(0) as Y.XmlElement;
  (heading.get(0) as Y.XmlText).format(0, 3, { strong: {} });
  expect(await room.take(Y.encodeStateAsUpdate(browser, before), editor.personId)).toBe("refused");
  room.close();
});

const cells = (...texts: string[]) => ({ type: "tableRow" as const, content: texts.map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) });
const table = (rows: number) => ({ ...blocks.table.example, content: [blocks.table.example.content[0], ...Array.from({ length: rows - 1 }, (_, index) => cells(`row ${index + 1}`, "1"))] });
const gallery = (pictures: number) => ({ ...blocks.gallery.example, content: Array.from({ length: pictures }, () => blocks.figure.example) });
const last = { table: (who: string) => cells(who, "1"), gallery: (who: string) => ({ ...blocks.figure.example, attrs: { ...blocks.figure.example.attrs, alt: who } }) };

it.each(["table", "gallery"] as const)("keeps both and all their words when two fill a %s with the last that it holds in the same instant", async (kind) => {
  const editor = await somebody("editor");
  const full = { table: table(99), gallery: gallery(49) }[kind];
  const content = someContent((await someSection()).id, { body: { type: "doc", content: [full, { type: "paragraph" }] } as StoryContent["body"] });
  const made = await createArticle.execute({ content }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const room = await StoryRoom.open(articleLog(made.value.id));
  const browsers = ["Ana", "Ben"].map((who) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, room.state());
    const before = Y.encodeStateVector(doc);
    const read = readAsWritten(doc) as StoryContent;
    const [block, ...rest] = read.body.content as unknown as [{ content: object[] }, ...object[]];
    mergeBodyIntoWorkingCopy(doc, { body: { type: "doc", content: [{ ...block, content: [...block.content, last[kind](who)] }, ...rest] } as unknown as StoryContent["body"] }, "test");
    return { doc, bytes: Y.encodeStateAsUpdate(doc, before) };
  });
  const answers: unknown[] = [];
  for (const { bytes } of browsers) answers.push(await room.take(bytes, editor.personId));
  expect(answers).toEqual([null, "settled"]);
  const news = await room.catchUp();
  for (const { doc } of browsers) {
    for (const bytes of [...browsers.map((other) => other.bytes), ...news]) Y.applyUpdate(doc, bytes);
    const { content: stands } = (readAsWritten(doc) as StoryContent).body;
    expect(stands.map((block) => block.type)).toEqual([kind, kind === "table" ? "table" : "figure", "paragraph"]);
    for (const who of ["Ana", "Ben"]) expect(JSON.stringify(stands).split(`"${who}"`)).toHaveLength(2);
  }
  expect(readAsWritten((await committedCopy(appDatabase(), made.value.id)).doc)?.body).toEqual(readAsWritten(browsers[0]?.doc as Y.Doc)?.body);
  // And what they write on is taken as ever.
  const [ana] = browsers;
  const before = Y.encodeStateVector(ana?.doc as Y.Doc);
  ana?.doc.getText("kicker").insert(0, "Go on");
  expect(await room.take(Y.encodeStateAsUpdate(ana?.doc as Y.Doc, before), editor.personId)).toBeNull();
  room.close();
});

it("keeps both where each takes out one of the last two paragraphs of a box in the same instant, and fills it", async () => {
  const editor = await somebody("editor");
  const quotation = { type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: ["One.", "Two."].map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
  const content = someContent((await someSection()).id, { body: { type: "doc", content: [quotation, { type: "paragraph" }] } as StoryContent["body"] });
  const made = await createArticle.execute({ content }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const room = await StoryRoom.open(articleLog(made.value.id));
  const answers: unknown[] = [];
  const updates = [0, 1].map((which) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, room.state());
    const before = Y.encodeStateVector(doc);
    (doc.getXmlFragment("body").get(0) as Y.XmlElement).delete(which, 1);
    return Y.encodeStateAsUpdate(doc, before);
  });
  for (const bytes of updates) answers.push(await room.take(bytes, editor.personId));
  expect(answers).toEqual([null, "settled"]);
  room.close();
  const { body: stands } = await committedContent(appDatabase(), made.value.id);
  expect(stands.content).toMatchObject([{ type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: [{ type: "paragraph" }] }, { type: "paragraph" }]);
});

it("is brought up to date once where two processes open it in the same instant", async () => {
  const { articleId } = await storyOfFormatTwo();
  // On connections that stand already, so that nobody is late.
  const [before] = await Promise.all(Array.from({ length: 4 }, () => updatesOf(articleId)));
  const rooms = await Promise.all(Array.from({ length: 4 }, () => StoryRoom.open(articleLog(articleId))));
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
  for (const room of rooms) expect(room.state()).toEqual(rooms[0]?.state());
  for (const room of rooms) room.close();
});

/** A story, or her copy of it, that two processes serve, and a browser at each. */
async function servedByTwo(body: StoryContent["body"], kind: "story" | "copy" = "story") {
  const editor = await somebody("editor");
  const made = await createArticle.execute({ content: someContent((await someSection()).id, { body }) }, { actor: editor });
  if (!made.ok) throw new Error(made.failure.message);
  const articleId = made.value.id;
  const copied = kind === "copy" ? await startCopy.execute({ articleId }, { actor: editor }) : null;
  const log = copied?.ok ? proposalLog(copied.value.id) : articleLog(articleId);
  const rooms = [await StoryRoom.open(log), await StoryRoom.open(log)] as const;
  const browsers = rooms.map((room) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, room.state());
    return doc;
  }) as [Y.Doc, Y.Doc];
  /** What a browser changes goes to its own process alone. */
  const write = async (at: 0 | 1, change: (doc: Y.Doc) => void) => {
    const before = Y.encodeStateVector(browsers[at]);
    change(browsers[at]);
    return rooms[at].take(Y.encodeStateAsUpdate(browsers[at], before), editor.personId);
  };
  const hear = async (at: 0 | 1) => {
    const news = await rooms[at].catchUp();
    for (const bytes of news) Y.applyUpdate(browsers[at], bytes);
    return news.length;
  };
  const close = () => {
    for (const room of rooms) room.close();
  };
  return { articleId, proposalId: copied?.ok ? copied.value.id : null, log, editor, rooms, browsers, write, hear, close };
}

it("hands over what another process took, once, and nothing of what it took itself", async () => {
  const { browsers, rooms, write, hear, close } = await servedByTwo({ type: "doc", content: [{ type: "paragraph" }] });
  expect(await write(0, (doc) => doc.getText("kicker").insert(0, "One"))).toBeNull();
  expect(await write(1, (doc) => doc.getText("claim").insert(0, "Two"))).toBeNull();
  expect(await write(0, (doc) => doc.getText("kicker").insert(3, " and on"))).toBeNull();
  expect([await hear(0), await hear(1)]).toEqual([1, 2]);
  expect([await hear(0), await hear(1)]).toEqual([0, 0]);
  for (const doc of browsers) expect([doc.getText("kicker").toString(), doc.getText("claim").toString()]).toEqual(["One and on", "Two"]);
  expect(rooms[1].state()).toEqual(rooms[0].state());
  close();
});

it("is made sound once where the halves that two processes took do not go together", async () => {
  const quotation = { type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: ["One.", "Two."].map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
  const { articleId, browsers, rooms, write, hear, close } = await servedByTwo({ type: "doc", content: [quotation, { type: "paragraph" }] } as StoryContent["body"]);
  const takeOut = (which: number) => (doc: Y.Doc) => (doc.getXmlFragment("body").get(0) as Y.XmlElement).delete(which, 1);
  expect(await write(0, takeOut(0))).toBeNull();
  expect(await write(1, takeOut(1))).toBeNull();
  await Promise.all([hear(0), hear(1)]);
  await Promise.all([hear(0), hear(1)]);
  for (const doc of browsers) expect(readAsWritten(doc)?.body.content).toMatchObject([{ type: "blockquote", content: [{ type: "paragraph" }] }, { type: "paragraph" }]);
  expect(rooms[1].state()).toEqual(rooms[0].state());
  expect((readAsWritten((await committedCopy(appDatabase(), articleId)).doc) as StoryContent).body).toEqual(readAsWritten(browsers[0])?.body);
  // And either goes on.
  expect(await write(1, (doc) => doc.getText("kicker").insert(0, "Go on"))).toBeNull();
  close();
});

/** A story of which two processes took a half each, that do not go together, and went before either heard of the other. */
async function leftUnsound(kind: "story" | "copy" = "story") {
  const quotation = { type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: ["One.", "Two."].map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
  const { articleId, proposalId, log, editor, write, close } = await servedByTwo({ type: "doc", content: [quotation, { type: "paragraph" }] } as StoryContent["body"], kind);
  for (const at of [0, 1] as const) expect(await write(at, (doc) => (doc.getXmlFragment("body").get(0) as Y.XmlElement).delete(at, 1))).toBeNull();
  close();
  return { articleId, proposalId: proposalId ?? "", log, editor };
}
const madeSound = [{ type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: [{ type: "paragraph" }] }, { type: "paragraph" }];

it("opens what two processes left unsound, made sound once however many open it", async () => {
  const { articleId, editor } = await leftUnsound();
  const [before] = await Promise.all(Array.from({ length: 4 }, () => updatesOf(articleId)));
  const rooms = await Promise.all(Array.from({ length: 4 }, () => StoryRoom.open(articleLog(articleId))));
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
  const browser = new Y.Doc();
  Y.applyUpdate(browser, rooms[0]?.state() ?? new Uint8Array());
  expect(readAsWritten(browser)?.body.content).toMatchObject(madeSound);
  for (const room of rooms) expect(room.state()).toEqual(rooms[0]?.state());
  // Nothing of it is news to whoever opened it so, and what they write on is taken as ever.
  expect(await rooms[0]?.catchUp()).toEqual([]);
  const stood = Y.encodeStateVector(browser);
  browser.getText("kicker").insert(0, "Go on");
  expect(await rooms[0]?.take(Y.encodeStateAsUpdate(browser, stood), editor.personId)).toBeNull();
  for (const room of rooms) room.close();
});

it("can be read while nobody has opened what two processes left unsound, and nothing is written for that", async () => {
  const { articleId } = await leftUnsound();
  const before = await updatesOf(articleId);
  expect((await committedContent(appDatabase(), articleId)).body.content).toMatchObject(madeSound);
  expect(await updatesOf(articleId)).toBe(before);
});

it("reads and opens a copy that two processes left unsound", async () => {
  const { proposalId, log } = await leftUnsound("copy");
  expect((await proposalContent(appDatabase(), proposalId)).body.content).toMatchObject(madeSound);
  const rooms = [await StoryRoom.open(log), await StoryRoom.open(log)] as const;
  expect(rooms[1].state()).toEqual(rooms[0].state());
  expect(await rooms[0].catchUp()).toEqual([]);
  for (const room of rooms) room.close();
});

it("stores what two processes left unsound, made sound, when the last of them leaves", async () => {
  const { articleId, editor } = await leftUnsound();
  const before = await updatesOf(articleId);
  for (const occasion of ["pause", "everybody left"] as const) await storeWorkingCopy(articleId, editor, occasion);
  expect(await updatesOf(articleId)).toBe((before ?? 0) + 1);
  const [stored] = await appDatabase().select({ state: articleDocuments.state, words: articles.draftWords }).from(articleDocuments).innerJoin(articles, eq(articles.id, articleDocuments.articleId)).where(eq(articles.id, articleId));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored?.state ?? new Uint8Array());
  expect(readAsWritten(doc)?.body.content).toMatchObject(madeSound);
  expect(stored?.words, "those of the source").toBe(2);
});

it("misses nothing of what came into the log while one of its own was not taken", async () => {
  const { browsers, write, hear, close } = await servedByTwo({ type: "doc", content: [{ type: "paragraph" }] });
  const honest = Y.encodeStateAsUpdate(browsers[0]);
  expect(await write(0, (doc) => doc.getMap("settings").set("strange", "not ours"))).toBe("refused");
  const [left] = browsers.splice(0, 1, new Y.Doc());
  left?.destroy();
  Y.applyUpdate(browsers[0], honest);
  expect(await write(1, (doc) => doc.getText("kicker").insert(0, "Meanwhile"))).toBeNull();
  // For this one the scratch copy is read anew, with the other's in it.
  expect(await write(0, (doc) => doc.getText("claim").insert(0, "Typed"))).toBeNull();
  expect(await hear(0)).toBe(1);
  expect(browsers[0].getText("kicker").toString()).toBe("Meanwhile");
  close();
});
