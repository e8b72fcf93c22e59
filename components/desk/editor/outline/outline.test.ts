import { expect, it } from "vitest";
import { outlineItemAt, outlineOf, sameOutline } from "@/components/desk/editor/outline/outline";
import { storySchema } from "@/lib/content/schema";

const text = (words: string) => (words ? [{ type: "text", text: words }] : []);
const heading = (id: string, level: number, words: string) => ({ type: "heading", attrs: { id, level }, content: text(words) });
const paragraph = (id: string, words = "Words.") => ({ type: "paragraph", attrs: { id }, content: text(words) });
const story = (...content: object[]) => storySchema().nodeFromJSON({ type: "doc", content });

it("lists headings under one another, whatever levels are left out, and notable blocks below them", () => {
  const doc = story(paragraph("a"), heading("b", 2, "The ice"), heading("c", 4, "At the quay"), { type: "pullQuote", attrs: { id: "d" }, content: text("It   held.") }, { type: "blockquote", attrs: { id: "q" }, content: [paragraph("r", "It did.")] }, heading("e", 3, "Later"), heading("f", 2, ""), paragraph("g"));
  expect(outlineOf(doc)).toEqual([
    { id: "b", kind: "Heading", words: "The ice", depth: 0 },
    { id: "c", kind: "Heading", words: "At the quay", depth: 1 },
    { id: "d", kind: "Pull quote", words: "It held.", depth: 2 },
    { id: "q", kind: "Quotation", words: "It did.", depth: 2 },
    { id: "e", kind: "Heading", words: "Later", depth: 1 },
    { id: "f", kind: "Heading", words: "", depth: 0 },
  ]);
});

it("knows the item at the caret, or the last before it, and none before the first", () => {
  const doc = story(paragraph("a"), heading("b", 2, "The ice"), paragraph("c"), heading("d", 2, "Later"));
  const start = (index: number) => Array.from({ length: index }, (_, at) => doc.child(at).nodeSize).reduce((sum, size) => sum + size, 0) + 1;
  expect([0, 1, 2, 3].map((index) => outlineItemAt(doc, start(index)))).toEqual([null, "b", "b", "d"]);
  expect(outlineItemAt(doc, doc.content.size)).toBe("d");
});

it("is the same while only running text changes", () => {
  const before = story(heading("b", 2, "The ice"), paragraph("c", "One"));
  const after = story(heading("b", 2, "The ice"), paragraph("c", "One more"));
  expect(sameOutline(outlineOf(before), outlineOf(after))).toBe(true);
  expect(sameOutline(outlineOf(before), outlineOf(story(heading("b", 2, "The thaw"))))).toBe(false);
});
