import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter } from "@tiptap/pm/tables";
import { expect, it } from "vitest";
import { isSourceAddress } from "@/lib/content/blocks/blockquote";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { parseBody } from "@/lib/content/body";
import { storyExtensions } from "@/lib/content/schema";
import { storableBlocksPlugin } from "@/lib/content/storable-blocks";

const { extensionManager, schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
const said: string[] = [];
const isStorable = (doc: Node) => parseBody(JSON.parse(JSON.stringify(doc.toJSON()))) !== null;
const opened = (...content: object[]) => {
  said.length = 0;
  return EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content }), plugins: [...extensionManager.plugins, storableBlocksPlugin((why) => said.push(why))] });
};
const cell = (type: string) => ({ type, content: [{ type: "paragraph" }] });
const table = (rows: number, columns: number) => ({ type: "table", content: Array.from({ length: rows }, (_, row) => ({ type: "tableRow", content: Array.from({ length: columns }, () => cell(row === 0 ? "tableHeader" : "tableCell")) })) });
const figure = blocks.figure.example;
const gallery = (pictures: number) => ({ type: "gallery", content: Array.from({ length: pictures }, () => figure) });
const atEnd = (state: EditorState) => state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));

it("adds the last row and column that a table holds, and none behind them", () => {
  for (const [rows, columns, act, why] of [[99, 2, addRowAfter, "A table holds 100 rows"], [2, 11, addColumnAfter, "A table holds 12 columns"]] as const) {
    let state = atEnd(opened(table(rows, columns)));
    act(state, (change) => {
      state = state.apply(change);
    });
    expect([isStorable(state.doc), said]).toEqual([true, []]);
    const full = state.doc;
    act(state, (change) => {
      state = state.apply(change);
    });
    expect(state.doc).toBe(full);
    expect(said).toEqual([expect.stringContaining(why)]);
  }
});

it("drops no picture into a full gallery, of which others can still be taken out", () => {
  const state = opened(gallery(50), { type: "paragraph" });
  const added = state.apply(state.tr.insert(1, schema.nodeFromJSON(figure)));
  expect(added.doc).toBe(state.doc);
  expect(said).toEqual([expect.stringContaining("A gallery holds 50 pictures")]);
  const fewer = state.apply(state.tr.delete(1, 1 + (state.doc.firstChild?.firstChild?.nodeSize ?? 0)));
  expect(fewer.doc.firstChild?.childCount).toBe(49);
});

it.each<[string, object]>([
  ["a picture without a file", { ...figure, attrs: { ...figure.attrs, assetId: "" } }],
  ["a box that holds one", { type: "factBox", content: [{ type: "boxTitle" }, { ...figure, attrs: { ...figure.attrs, assetId: "" } }] }],
  ["a quotation from nowhere", { ...blocks.blockquote.example, attrs: { sourceUrl: "https://user:x@host" } }],
  ["a stash with one", { type: "stash", content: [{ ...blocks.blockquote.example, attrs: { sourceUrl: "https://%" } }] }],
  ["an embed without an address", { ...blocks.embed.example, attrs: { ...blocks.embed.example.attrs, url: "http://a:b" } }],
  ["an embed without a snapshot", { ...blocks.embed.example, attrs: { ...blocks.embed.example.attrs, embedId: "" } }],
  ["a related story without a story", { ...blocks.relatedCard.example, attrs: { story: "" } }],
  ["a table with joined cells", { type: "table", content: [{ type: "tableRow", content: [{ ...cell("tableHeader"), attrs: { colspan: 2 } }] }] }],
])("does not put in %s, which the server would refuse, and says so", (_, block) => {
  const state = opened({ type: "paragraph" });
  expect(isStorable(schema.nodeFromJSON({ type: "doc", content: [block] }))).toBe(false);
  expect(state.apply(state.tr.insert(0, schema.nodeFromJSON(block))).doc).toBe(state.doc);
  expect(said).toHaveLength(1);
});

it.each(Object.values(blocks).map(({ name, example }) => [name, example] as const))("puts in any %s that the server takes", (_, example) => {
  const state = opened({ type: "paragraph" });
  const { doc } = state.apply(state.tr.insert(0, schema.nodeFromJSON(example)));
  expect([doc.childCount, isStorable(doc), said]).toEqual([2, true, []]);
});

it("puts in a quotation from a page of our own, as pages name it", () => {
  const state = opened({ type: "paragraph" });
  expect(isStorable(state.apply(state.tr.insert(0, schema.nodeFromJSON({ ...blocks.blockquote.example, attrs: { sourceUrl: "/here" } }))).doc)).toBe(true);
  expect(said).toEqual([]);
});

it("cuts lines of words to what is stored, and forgets which story a link leads to where that is none", () => {
  const state = opened({ type: "paragraph" });
  const link = schema.mark("link", { href: "https://example.org/", story: "none" });
  const everyMark = ["strong", "em", "subscript", "superscript"].map((name) => schema.mark(name));
  const pasted = [
    schema.nodeFromJSON({ ...figure, attrs: { ...figure.attrs, alt: "x".repeat(700), credit: "x".repeat(700) } }),
    schema.nodeFromJSON({ ...table(2, 2), attrs: { caption: "x".repeat(700), note: "x".repeat(700) } }),
    schema.node("paragraph", null, [schema.text("x", [...everyMark, link, schema.mark("lang", { code: "de" })])]),
  ];
  const { doc } = state.apply(state.tr.insert(0, pasted));
  expect([doc.childCount, isStorable(doc), said]).toEqual([4, true, []]);
  expect([doc.child(0).attrs.alt, doc.child(0).attrs.credit].map(({ length }) => length)).toEqual([600, 200]);
});

it("leaves what colleagues wrote to them, and what was wrong before can be made better", () => {
  const state = opened({ type: "paragraph" });
  const bad = schema.nodeFromJSON({ ...figure, attrs: { ...figure.attrs, assetId: "" } });
  expect(state.apply(state.tr.insert(0, bad).setMeta("y-sync$", {})).doc.childCount).toBe(2);
  const tooMany = opened(gallery(53));
  expect(tooMany.apply(tooMany.tr.delete(1, 1 + (tooMany.doc.firstChild?.firstChild?.nodeSize ?? 0))).doc.firstChild?.childCount).toBe(52);
  expect(said).toEqual([]);
});

it("takes for a quotation the addresses that the server takes", () => {
  expect(["https://example.org/a?b=c#d", "HTTP://example.org"].map(isSourceAddress)).toEqual([true, true]);
  expect(["https://user:x@host", "http://a:b", "https://%", "https://", "mailto:a@example.org", "/here", "example.org", ""].map(isSourceAddress)).toEqual(Array(8).fill(false));
});

it("keeps bold and linked words at the bottom of the deepest list in a stash", () => {
  const list = (depth: number): object => ({ type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "https://example.org/" } }, { type: "strong" }] }] }, ...(depth < 3 ? [list(depth + 1)] : [])] }] });
  expect(isStorable(opened({ type: "stash", content: [list(1)] }).doc)).toBe(true);
});
