import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { insertPasted } from "@/components/desk/editor/paste/insert-pasted";
import type { Pasted } from "@/lib/content/paste/paste";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
const wire: Pasted = { body: [paragraph("It sails.")], receipt: { source: "wire", lines: [] }, aside: ["EMBARGOED UNTIL 0600"], images: [] };

const item = (text: string, inner?: object) => ({ type: "listItem" as const, content: [text ? paragraph(text) : { type: "paragraph" as const }, ...(inner ? [inner] : [])] });
const list = (...content: object[]) => ({ type: "bulletList" as const, content });
const pastedList = (body: object) => ({ ...wire, aside: undefined, body: [body] }) as unknown as Pasted;

it.each([
  ["into an empty item", list(item("one"), item("")), 10, list(item("two", list(item("three")))), list(item("one"), item("two", list(item("three"))))],
  ["behind an item's words", list(item("one"), item("four")), 6, list(item("two"), item("three")), list(item("one"), item("two"), item("three"), item("four"))],
])("goes on with a list where one is pasted %s", (_, content, caret, pasted, wanted) => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [content] }) });
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
  const after = placed.apply(insertPasted(placed, pastedList(pasted), "caret"));
  after.doc.check();
  expect(after.doc.toJSON()).toEqual(schema.nodeFromJSON({ type: "doc", content: [wanted] }).toJSON());
});

it.each([
  ["in the text", [paragraph("Before.")], 3],
  ["in a fact box", [{ type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: "Facts" }] }, paragraph("Before.")] }], 11],
])("keeps what is no part of the text in a stash at the end, also when it is pasted %s", (_, content, caret) => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content }) });
  const placed = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(caret))));
  const after = placed.apply(insertPasted(placed, wire, "caret"));
  expect([after.doc.lastChild?.type.name, after.doc.lastChild?.textContent]).toEqual(["stash", "EMBARGOED UNTIL 0600"]);
  expect(after.doc.firstChild?.textContent).toContain("It sails.");
  after.doc.check();
});
