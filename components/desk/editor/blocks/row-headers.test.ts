import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { namesRows, rowsNamed } from "@/components/desk/editor/blocks/row-headers";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const row = (type: string, id: string) => ({ type: "tableRow", content: ["Day", "Riders"].map((text, at) => ({ type, attrs: { id: `${id}${at}` }, content: [{ type: "paragraph", content: [{ type: "text", text }] }] })) });
const table = { type: "table", attrs: { id: "tttttttttt" }, content: [row("tableHeader", "headhead0"), row("tableCell", "cellcell0"), row("tableCell", "cellcell1")] };
const kinds = (state: EditorState) => state.doc.firstChild?.children.map((one) => one.children.map((cell) => cell.type.name === "tableHeader"));

it("makes the first cell of every row under the head a head of its row, and takes it back, and keeps words and names", () => {
  const before = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [table] }) });
  expect(namesRows(before.doc.child(0))).toBe(false);
  const change = rowsNamed(before, "tttttttttt", true);
  if (!change) throw new Error("It is there.");
  const named = before.apply(change);
  named.doc.check();
  expect(kinds(named)).toEqual([[true, true], [true, false], [true, false]]);
  expect(namesRows(named.doc.child(0))).toBe(true);
  expect(named.doc.textContent).toBe(before.doc.textContent);
  const back = rowsNamed(named, "tttttttttt", false);
  expect(back && named.apply(back).doc.eq(before.doc)).toBe(true);
  expect(rowsNamed(before, "gone000000", true)).toBeNull();
});
