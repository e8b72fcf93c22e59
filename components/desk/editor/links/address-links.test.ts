import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { linkPasted, linkWritten } from "@/components/desk/editor/links/address-links";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });

/** A story with the caret behind the last word of its first block. */
function stateOf(block: object) {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [block, paragraph("After.")] }) });
  return state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(state.doc.child(0).nodeSize - 1), -1)));
}

const linksIn = (state: EditorState | null) => {
  const found: [string, string][] = [];
  state?.doc.descendants((node) => {
    const link = node.marks.find((mark) => mark.type.name === "link");
    if (link && node.text) found.push([node.text, link.attrs.href]);
  });
  return found;
};

const after = (before: EditorState, state: EditorState) => {
  const change = linkWritten(before, state);
  return linksIn(change && state.apply(change));
};

it("links an address when a space is written behind it", () => {
  const before = stateOf(paragraph("See (https://example.org/a),"));
  expect(after(before, before.apply(before.tr.insertText(" ")))).toEqual([["https://example.org/a", "https://example.org/a"]]);
});

it.each<[string, object, number]>([
  ["a paragraph", paragraph("www.example.org"), 1],
  ["a quotation", { type: "blockquote", content: [paragraph("www.example.org")] }, 1],
  ["a list", { type: "bulletList", content: [{ type: "listItem", content: [paragraph("www.example.org")] }] }, 2],
])("links it when a new line is begun behind it in %s", (_, block, depth) => {
  const before = stateOf(block);
  expect(after(before, before.apply(before.tr.split(before.selection.from, depth)))).toEqual([["www.example.org", "https://www.example.org"]]);
});

it("links nothing while the word goes on, where something was deleted, and where a link is already", () => {
  const before = stateOf(paragraph("https://example.org"));
  expect(after(before, before.apply(before.tr.insertText("x")))).toEqual([]);
  const spaced = stateOf(paragraph("https://example.org x"));
  expect(after(spaced, spaced.apply(spaced.tr.delete(spaced.selection.from - 1, spaced.selection.from)))).toEqual([]);
  const linked = stateOf({ type: "paragraph", content: [{ type: "text", text: "https://example.org", marks: [{ type: "link", attrs: { href: "https://elsewhere.example", story: null } }] }] });
  expect(after(linked, linked.apply(linked.tr.insertText(" ")))).toEqual([]);
});

it("puts a pasted address on the chosen words, or writes it out, and what is typed behind is no part of it", () => {
  const state = stateOf(paragraph("The notice"));
  const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5, 11)));
  const laid = linkPasted(chosen, "https://example.org/n");
  expect(linksIn(laid && chosen.apply(laid))).toEqual([["notice", "https://example.org/n"]]);
  const written = linkPasted(state, "https://example.org/n");
  const now = written && state.apply(written);
  expect(linksIn(now?.apply(now.tr.insertText(" more")) ?? null)).toEqual([["https://example.org/n", "https://example.org/n"]]);
});
