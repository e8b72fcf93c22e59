import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { insertPasted } from "@/components/desk/editor/paste/insert-pasted";
import type { Pasted } from "@/lib/content/paste/paste";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
const wire: Pasted = { body: [paragraph("It sails.")], receipt: { source: "wire", lines: [] }, aside: ["EMBARGOED UNTIL 0600"], images: [] };

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
