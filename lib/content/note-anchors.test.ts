import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Block, parseBody } from "@/lib/content/body";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { noteAnchors, withoutNotes } from "@/lib/content/note-anchors";
import { mergeBodyIntoWorkingCopy, mergeIntoWorkingCopy, migrateWorkingCopy, notesInWorkingCopy, putNoteIntoWorkingCopy, quoteInWorkingCopy, readAsWritten, readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";

/* Notes hold to words through whatever becomes of the text, and are in nothing that is made of it. */

const first = "0190b5a0-0000-7000-8000-00000000000a";
const second = "0190b5a0-0000-7000-8000-00000000000b";
const line = (letter: string, text: string): Block => ({ type: "paragraph", attrs: { id: letter.repeat(10) }, content: [{ type: "text", text }] });
const story = (...content: Block[]): StoryContent => ({ ...emptyStory(), headline: "The last boat home", body: { type: "doc", content } });
const ferry = story(line("a", "The night ferry leaves at 23:40."), line("b", "Nobody counted the passengers that evening."));

function documentOf(content: StoryContent): Y.Doc {
  const doc = new Y.Doc();
  seedWorkingCopy(doc, content);
  return doc;
}

function noted(content: StoryContent, blockId: string, words: string, thread = first): Y.Doc {
  const doc = documentOf(content);
  const block = content.body.content.find((one) => one.attrs?.id === blockId) as { content: { text: string }[] };
  const from = block.content.map(({ text }) => text).join("").indexOf(words);
  expect(putNoteIntoWorkingCopy(doc, [{ blockId, from, to: from + words.length }], thread)).toBe(true);
  return doc;
}

const quotes = (doc: Y.Doc) => Object.fromEntries([...notesInWorkingCopy(doc)].map(([thread, { quote }]) => [thread, quote]));
const textAt = (doc: Y.Doc, at: number) => (doc.getXmlFragment("body").get(at) as Y.XmlElement).get(0) as Y.XmlText;

it("is a mark in the document and in nothing that is read from it", () => {
  const doc = noted(ferry, "aaaaaaaaaa", "night ferry");
  expect(Y.encodeStateAsUpdate(doc).byteLength - Y.encodeStateAsUpdate(documentOf(ferry)).byteLength).toBeLessThan(260);
  expect(quotes(doc)).toEqual({ [first]: "night ferry" });
  expect(notesInWorkingCopy(doc).get(first)).toEqual({ blockId: "aaaaaaaaaa", quote: "night ferry", prefix: "The ", suffix: " leaves at 23:40." });
  for (const read of [readWorkingCopy(doc), readAsWritten(doc)]) {
    expect(JSON.stringify(read)).not.toContain("note\"");
    expect(read?.body.content).toMatchObject(ferry.body.content);
  }
  expect(parseBody({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "note", attrs: { t: first } }] }] }] })).toBeNull();
});

it("refuses what only looks like a note", () => {
  for (const attrs of [{ t: "mine" }, { t: first, text: "hidden words" }, {}, { t: null }]) {
    const doc = documentOf(ferry);
    textAt(doc, 0).format(0, 3, { "note--x": attrs });
    expect(readAsWritten(doc), JSON.stringify(attrs)).toBeNull();
  }
});

it("lies over others, and joins the words again when it is read away", () => {
  const doc = noted(ferry, "aaaaaaaaaa", "night ferry");
  expect(putNoteIntoWorkingCopy(doc, [{ blockId: "aaaaaaaaaa", from: 10, to: 22 }], second)).toBe(true);
  expect(quotes(doc)).toEqual({ [first]: "night ferry", [second]: "ferry leaves" });
  expect(readWorkingCopy(doc)?.body.content[0]).toMatchObject({ content: [{ text: "The night ferry leaves at 23:40." }] });
  expect(putNoteIntoWorkingCopy(doc, [{ blockId: "bbbbbbbbbb", from: 0, to: 6 }], second)).toBe(true);
  expect(quotes(doc)).toEqual({ [first]: "night ferry", [second]: "Nobody" });
  expect(putNoteIntoWorkingCopy(doc, [{ blockId: "bbbbbbbbbb", from: 0, to: 600 }], second)).toBe(false);
  expect(putNoteIntoWorkingCopy(doc, [{ blockId: "zzzzzzzzzz", from: 0, to: 1 }], second)).toBe(false);
});

it("is one note over several blocks", () => {
  const doc = documentOf(ferry);
  putNoteIntoWorkingCopy(doc, [{ blockId: "aaaaaaaaaa", from: 26, to: 32 }, { blockId: "bbbbbbbbbb", from: 0, to: 6 }], first);
  expect(quotes(doc)).toEqual({ [first]: "23:40. Nobody" });
});

describe("survives", () => {
  it("what others write before and within it, and deletion that is undone", () => {
    const doc = noted(ferry, "aaaaaaaaaa", "night ferry");
    const undo = new Y.UndoManager(doc.getXmlFragment("body"));
    textAt(doc, 0).insert(0, "Every evening: ");
    textAt(doc, 0).insert(textAt(doc, 0).toString().replace(/<[^>]*>/g, "").indexOf("ferry"), "car ");
    expect(quotes(doc)).toEqual({ [first]: "night car ferry" });
    undo.stopCapturing();
    doc.getXmlFragment("body").delete(0, 1);
    expect(quotes(doc)).toEqual({});
    undo.undo();
    expect(quotes(doc)).toEqual({ [first]: "night car ferry" });
  });

  it("a restore, whichever version comes back, and writes nothing for it where the words are the same", () => {
    const doc = noted(ferry, "bbbbbbbbbb", "passengers");
    const before = Y.encodeStateVector(doc);
    mergeIntoWorkingCopy(doc, ferry, "restore");
    expect(Y.encodeStateAsUpdate(doc, before).byteLength).toBeLessThan(20);
    const earlier = story(line("b", "Somebody counted all the passengers."), line("c", "It was dark."));
    mergeIntoWorkingCopy(doc, earlier, "restore");
    expect(quotes(doc)).toEqual({ [first]: "passengers" });
    expect(readWorkingCopy(doc)?.body.content[0]).toMatchObject({ content: [{ text: "Somebody counted all the passengers." }] });
    mergeIntoWorkingCopy(doc, ferry, "restore");
    expect(quotes(doc)).toEqual({ [first]: "passengers" });
  });

  it("being reworded, moved, split and joined by the server", () => {
    const reworded = noted(ferry, "aaaaaaaaaa", "night");
    mergeBodyIntoWorkingCopy(reworded, story(line("a", "The early ferry leaves at 23:40.")), "restore");
    expect(quotes(reworded)).toEqual({ [first]: "early" });
    const moved = noted(ferry, "aaaaaaaaaa", "night ferry");
    mergeBodyIntoWorkingCopy(moved, story(line("b", "Nobody counted the passengers that evening."), line("x", "A new one."), line("a", "The night ferry leaves at 23:40.")), "restore");
    expect(quotes(moved)).toEqual({ [first]: "night ferry" });
    const split = noted(ferry, "aaaaaaaaaa", "23:40");
    mergeBodyIntoWorkingCopy(split, story(line("a", "The night ferry"), line("x", "leaves at 23:40."), line("b", "Nobody counted.")), "restore");
    expect(quotes(split)).toEqual({ [first]: "23:40" });
    const joined = noted(ferry, "bbbbbbbbbb", "passengers");
    mergeBodyIntoWorkingCopy(joined, story(line("a", "The night ferry leaves at 23:40. Nobody counted the passengers that evening.")), "restore");
    expect(quotes(joined)).toEqual({ [first]: "passengers" });
    const kind = noted(ferry, "bbbbbbbbbb", "passengers");
    mergeBodyIntoWorkingCopy(kind, story(line("a", "The night ferry leaves at 23:40."), { type: "heading", attrs: { id: "bbbbbbbbbb", level: 2 }, content: [{ type: "text", text: "Nobody counted the passengers that evening." }] } as Block), "restore");
    expect(quotes(kind)).toEqual({ [first]: "passengers" });
  });

  it("but not its words: where they are gone it is gone, and nothing else is marked for them", () => {
    const doc = noted(ferry, "bbbbbbbbbb", "the passengers");
    mergeBodyIntoWorkingCopy(doc, story(line("a", "The night ferry leaves at 23:40."), line("b", "Nobody counted that evening.")), "restore");
    expect(quotes(doc)).toEqual({});
  });

  it("in a heading, which an older format would have made plain", () => {
    const heading = story({ type: "heading", attrs: { id: "hhhhhhhhhh", level: 2 }, content: [{ type: "text", text: "A night on the quay" }] } as Block, line("a", "Text."));
    const doc = noted(heading, "hhhhhhhhhh", "quay");
    expect(migrateWorkingCopy(doc)).toBeNull();
    expect(quotes(doc)).toEqual({ [first]: "quay" });
    expect(readAsWritten(doc)).not.toBeNull();
  });
});

it("keeps the words in a published correction as they are: nobody notes them", () => {
  const correction = story(line("a", "Text."), { type: "correctionNote", attrs: { id: "cccccccccc", correctionId: first, kind: "correction", at: "2026-11-26T10:00:00.000Z" }, content: [{ type: "text", text: "It was 312." }] } as Block);
  expect(putNoteIntoWorkingCopy(documentOf(correction), [{ blockId: "cccccccccc", from: 0, to: 2 }], first)).toBe(false);
});

it("finds lost words by what stood around them, or says that nobody can tell", () => {
  const twice = documentOf(story(line("a", "The boat was late."), line("b", "The boat was full.")));
  expect(quoteInWorkingCopy(twice, { quote: "boat", prefix: "The ", suffix: " was full." })).toEqual({ blockId: "bbbbbbbbbb", from: 4, to: 8 });
  expect(quoteInWorkingCopy(twice, { quote: "boat", prefix: "", suffix: "" })).toBeNull();
  expect(quoteInWorkingCopy(twice, { quote: "train", prefix: "The ", suffix: "" })).toBeNull();
});

it("leaves alone what is no document", () => {
  for (const raw of [null, 3, "text", [], { content: [null, 3, { text: 3, marks: "note" }] }]) {
    expect(() => withoutNotes(raw)).not.toThrow();
    expect(noteAnchors(raw).size).toBe(0);
  }
});
