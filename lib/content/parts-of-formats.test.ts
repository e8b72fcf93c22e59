import { expect, it } from "vitest";
import type { Block } from "@/lib/content/document";
import { chapters, isQuestion, keyPointsFirst, yearsOfLife } from "@/lib/content/parts-of-formats";

const strong = [{ type: "strong" as const }];
const heading = (text: string, level: 2 | 3 = 2): Block => ({ type: "heading", attrs: { id: "h000000001", level }, content: text ? [{ type: "text", text }] : [] });
const box: Block = { type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: "In short" }] }, { type: "paragraph", content: [{ type: "text", text: "It floods." }] }] };

it.each<[string, Block, boolean]>([
  ["wholly in bold", { type: "paragraph", content: [{ type: "text", text: "Why?", marks: strong }] }, true],
  ["in bold pieces with a space between", { type: "paragraph", content: [{ type: "text", text: "Why", marks: strong }, { type: "text", text: " " }, { type: "text", text: "not?", marks: strong }] }, true],
  ["with a bold word", { type: "paragraph", content: [{ type: "text", text: "Because ", marks: [] }, { type: "text", text: "so", marks: strong }] }, false],
  ["empty", { type: "paragraph", content: [] }, false],
  ["a heading", { ...heading("Why?"), content: [{ type: "text", text: "Why?", marks: strong }] } as Block, false],
])("a paragraph %s", (_, block, question) => expect(isQuestion(block)).toBe(question));

it.each([["1941–2026", true], ["1941 - 2026", true], ["۱۳۲۰–۱۴۰۵", true], ["Obituary", false], ["Since 1941–2026", false]])("the kicker %s gives the years of a life: %s", (kicker, years) => {
  expect(yearsOfLife(kicker) !== null).toBe(years);
});

it("an explainer opens with its first box, and loses nothing", () => {
  const blocks = [heading("One"), box, heading("Two"), { ...box }] as Block[];
  const { key, rest } = keyPointsFirst({ type: "doc", content: blocks });
  expect(key).toEqual([box]);
  expect(rest).toEqual([blocks[0], blocks[2], blocks[3]]);
  expect(keyPointsFirst({ type: "doc", content: [heading("One")] })).toEqual({ key: [], rest: [heading("One")] });
});

it("contents name the headings of the first rank, each with its place", () => {
  expect(chapters([heading("One"), heading("Beneath", 3), heading(""), heading("Two")])).toEqual([{ index: 0, title: "One" }, { index: 3, title: "Two" }]);
});
