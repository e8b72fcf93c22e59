import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
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

const tableOf = (...rows: string[][]) => ({ type: "table" as const, content: rows.map((row, y) => ({ type: "tableRow" as const, content: row.map((text) => ({ type: y === 0 ? ("tableHeader" as const) : ("tableCell" as const), content: [text ? paragraph(text) : { type: "paragraph" as const }] })) })) });

it("fills the cells of the table that it is pasted into, from the one with the caret on, and makes room", () => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [tableOf(["Ward", "Votes"], ["", ""]), paragraph("After.")] }) });
  let cell = 0;
  state.doc.descendants((node, at) => {
    if (node.type.name === "tableCell" && cell === 0) cell = at;
  });
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, cell + 2)));
  const after = placed.apply(insertPasted(placed, pastedList(tableOf(["North", "12", "up"], ["South", "9", "down"])), "caret"));
  after.doc.check();
  expect(after.doc.firstChild?.toJSON()).toEqual(schema.nodeFromJSON(tableOf(["Ward", "Votes", ""], ["North", "12", "up"], ["South", "9", "down"])).toJSON());
  expect(after.selection.$from.parent.textContent).toBe("down");
  const wide = placed.apply(insertPasted(placed, pastedList(tableOf(Array.from({ length: 12 }, String))), "caret"));
  const far = placed.apply(placed.tr.setSelection(TextSelection.create(placed.doc, cell + 6)));
  const full = far.apply(insertPasted(far, pastedList(tableOf(Array.from({ length: 12 }, String))), "caret"));
  expect([wide.doc.firstChild?.firstChild?.childCount, full.doc.firstChild?.firstChild?.childCount]).toEqual([12, 2]);
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

it("goes behind a picture that is chosen whole, which stays, and between two blocks where it is told so", () => {
  const figure = { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" }, content: [{ type: "text", text: "A picture." }] };
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [figure, paragraph("Text.")] }) });
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)));
  const pasted = { ...wire, aside: undefined } as unknown as Pasted;
  for (const place of ["caret", { at: 12 }] as const) {
    const after = chosen.apply(insertPasted(chosen, pasted, place));
    after.doc.check();
    expect(after.doc.children.map((node) => `${node.type.name}: ${node.textContent}`)).toEqual(["figure: A picture.", "paragraph: It sails.", "paragraph: Text."]);
  }
  expect(chosen.apply(insertPasted(chosen, pasted, { at: 0 })).doc.firstChild?.textContent).toBe("It sails.");
});

it("fills cells that are chosen from their corner, whichever way they were chosen, and goes behind a table of which all are", () => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [tableOf(["Ward", "Votes"], ["North", "1"], ["South", "2"]), paragraph("After.")] }) });
  const cells: number[] = [];
  state.doc.descendants((node, at) => void (node.type.name.startsWith("table") && node.firstChild?.isTextblock && cells.push(at)));
  const chosen = (from: number, to: number) => state.apply(state.tr.setSelection(CellSelection.create(state.doc, cells[from] ?? 0, cells[to])));
  const words = (from: number, to: number, body: object) => {
    const now = chosen(from, to);
    const after = now.apply(insertPasted(now, pastedList(body), "caret"));
    after.doc.check();
    return after.doc.children.map((block) => (block.type.name === "table" ? block.children.map((row) => row.children.map((cell) => cell.textContent)) : block.textContent));
  };
  for (const [from, to] of [[2, 5], [5, 2], [3, 4]] as const) expect(words(from, to, tableOf(["East", "3"], ["West", "4"]))).toEqual([[["Ward", "Votes"], ["East", "3"], ["West", "4"]], "After."]);
  expect(words(0, 5, paragraph("It sails."))).toEqual([[["Ward", "Votes"], ["North", "1"], ["South", "2"]], "It sails.", "After."]);
  expect(words(0, 5, tableOf(["A", "B"]))[0]).toEqual([["A", "B"], ["North", "1"], ["South", "2"]]);
});
