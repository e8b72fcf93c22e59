import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { columnAfter, columnBefore, rowAbove, rowDeleted } from "@/components/desk/editor/blocks/table-rows";
import { storySchema } from "@/lib/content/schema";

/** Rows in letters: a capital is a cell that names others. */
function tableOf(rows: string[], caretIn: string): EditorState {
  const cell = (letter: string) => ({ type: letter === letter.toUpperCase() ? "tableHeader" : "tableCell", content: [{ type: "paragraph", content: [{ type: "text", text: letter }] }] });
  const doc = storySchema().nodeFromJSON({ type: "doc", content: [{ type: "paragraph" }, { type: "table", content: rows.map((row) => ({ type: "tableRow", content: [...row].map(cell) })) }] });
  let caret = 0;
  doc.descendants((node, at) => {
    if (node.text === caretIn) caret = at;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
}

function after(state: EditorState, act: typeof rowAbove): string[] {
  let { doc } = state;
  act(state, (change) => {
    doc = change.doc;
  });
  doc.check();
  return (doc.child(1).children ?? []).map((row) => row.children.map((cell) => `${cell.type.name === "tableHeader" ? "H" : "c"}${cell.textContent}`).join(" "));
}

it("names the columns in the first row, whatever is put above it or deleted", () => {
  expect(after(tableOf(["AB", "cd"], "A"), rowAbove)).toEqual(["H H", "cA cB", "cc cd"]);
  expect(after(tableOf(["AB", "cd", "ef"], "B"), rowDeleted)).toEqual(["Hc Hd", "ce cf"]);
});

it("goes on naming the rows", () => {
  expect(after(tableOf(["AB", "Cd"], "A"), rowAbove)).toEqual(["H H", "HA cB", "HC cd"]);
});

it("leaves the head alone further down", () => {
  expect(after(tableOf(["AB", "cd", "ef"], "e"), rowAbove)).toEqual(["HA HB", "cc cd", "c c", "ce cf"]);
  expect(after(tableOf(["AB", "cd", "ef"], "c"), rowDeleted)).toEqual(["HA HB", "ce cf"]);
});

it("names a new column in the head, and moves the names of the rows into a new first one", () => {
  expect(after(tableOf(["AB", "Cd"], "A"), columnBefore)).toEqual(["H HA HB", "H cC cd"]);
  expect(after(tableOf(["AB", "cd"], "A"), columnBefore)).toEqual(["H HA HB", "c cc cd"]);
  expect(after(tableOf(["AB"], "B"), columnAfter)).toEqual(["HA HB H"]);
});
