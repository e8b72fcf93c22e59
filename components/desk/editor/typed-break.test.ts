import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { breakFor } from "@/components/desk/editor/typed-break";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });

/** Two blocks, the caret at the end of the first or `back` letters before it. */
function stateOf(first: object, back = 0) {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [first, paragraph("After.")] }) });
  const end = state.doc.child(0).nodeSize - 1;
  return state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(end - back), -1)));
}

it.each(["--", "–"])("makes a break of %s and a third hyphen, with a line to write on behind it", (begun) => {
  const state = stateOf(paragraph(begun));
  const change = breakFor(state);
  const after = change && state.apply(change);
  expect(after?.doc.children.map((node) => [node.type.name, node.textContent])).toEqual([["sectionBreak", ""], ["paragraph", ""], ["paragraph", "After."]]);
  expect(after?.selection.$from.parent).toBe(after?.doc.child(1));
});

it.each<[string, object, number?]>([
  ["words before them", paragraph("one --")],
  ["one hyphen alone", paragraph("-")],
  ["the caret before them", paragraph("--"), 2],
  ["a heading", { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "--" }] }],
  ["a quotation", { type: "blockquote", content: [paragraph("--")] }],
])("leaves hyphens as text: %s", (_, block, back) => {
  expect(breakFor(stateOf(block, back))).toBeNull();
});
