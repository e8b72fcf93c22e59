import { expect, it } from "vitest";
import * as Y from "yjs";
import { putWords } from "@/components/desk/offline/put-words";
import { emptyStory } from "@/lib/content/document";
import { readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";

const update = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

function begun(): Y.Doc {
  const doc = new Y.Doc();
  seedWorkingCopy(doc, emptyStory("en"));
  return doc;
}

function written(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return update(doc);
}

const paragraph = (words: string) => {
  const made = new Y.XmlElement("paragraph");
  if (words) made.insert(0, [new Y.XmlText(words)]);
  return made;
};
const twoParagraphs = (doc: Y.Doc) => {
  doc.getText("headline").insert(0, "Night ferry");
  doc.getXmlFragment("body").insert(0, [paragraph("It sails."), paragraph("It came.")]);
};
const words = (doc: Y.Doc) => {
  const story = readWorkingCopy(doc) ?? expect.unreachable();
  return [story.headline, ...story.body.content.map((block) => ("content" in block ? (block.content ?? []) : []).map((part) => ("text" in part ? part.text : "")).join(""))];
};

it("the words stand in the place of the empty paragraph with which a story begins, and come in one step", () => {
  const story = begun();
  let steps = 0;
  story.on("update", () => steps++);
  putWords(story, written(twoParagraphs), Y.applyUpdate);
  expect([words(story), steps]).toEqual([["Night ferry", "It sails.", "It came."], 1]);
});

it("put in by two tabs at once, and again later, they are there once", () => {
  const state = written(twoParagraphs);
  const one = begun();
  const other = new Y.Doc();
  Y.applyUpdate(other, update(one));
  putWords(one, state, Y.applyUpdate);
  putWords(other, state, Y.applyUpdate);
  Y.applyUpdate(one, update(other));
  putWords(one, state, Y.applyUpdate);
  expect(words(one)).toEqual(["Night ferry", "It sails.", "It came."]);
});

it("put in again after somebody emptied the story, it stays as she left it", () => {
  const state = written(twoParagraphs);
  const story = begun();
  putWords(story, state, Y.applyUpdate);
  const body = story.getXmlFragment("body");
  body.delete(0, body.length);
  body.insert(0, [paragraph("")]);
  putWords(story, state, Y.applyUpdate);
  expect([words(story), body.length]).toEqual([["Night ferry", ""], 1]);
});

it("a headline alone leaves the paragraph in which the story is written on", () => {
  const story = begun();
  putWords(story, written((doc) => doc.getText("headline").insert(0, "Night ferry")), Y.applyUpdate);
  expect([words(story), story.getXmlFragment("body").length]).toEqual([["Night ferry", ""], 1]);
});

it("what somebody wrote in the story meanwhile stays", () => {
  const story = begun();
  const [seed] = story.getXmlFragment("body").toArray();
  (seed as Y.XmlElement).insert(0, [new Y.XmlText("Hers.")]);
  putWords(story, written(twoParagraphs), Y.applyUpdate);
  expect(words(story).sort()).toEqual(["Hers.", "It came.", "It sails.", "Night ferry"]);
});
