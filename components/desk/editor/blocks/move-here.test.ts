import { Editor, type JSONContent } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { expect, it } from "vitest";
import { movableHere, movableInWords, movedPast, placeInWords, refusalToMove } from "@/components/desk/editor/blocks/move-here";
import { storyExtensions } from "@/lib/content/schema";

const words = (text: string): JSONContent => ({ type: "paragraph", content: [{ type: "text", text }] });
const item = (text: string, ...inner: JSONContent[]): JSONContent => ({ type: "listItem", content: [words(text), ...inner] });
const list = (...content: JSONContent[]): JSONContent => ({ type: "bulletList", content });
const row = (type: "tableHeader" | "tableCell", text: string): JSONContent => ({ type: "tableRow", content: [{ type, content: [words(text)] }] });
const table: JSONContent = { type: "table", content: [row("tableHeader", "Head"), row("tableCell", "One"), row("tableCell", "Two")] };
const figure = (id: string): JSONContent => ({ type: "figure", attrs: { id, assetId: "a", alt: id } });
const correction: JSONContent = { type: "correctionNote", attrs: { correctionId: "c", kind: "correction", at: "2026-01-01T00:00:00.000Z" }, content: [{ type: "text", text: "Kept." }] };

const editorWith = (...content: JSONContent[]) => new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content } });

function placeOf(editor: Editor, text: string): number {
  let found = 0;
  editor.state.doc.descendants((node, at) => {
    if (node.text === text) found = at;
  });
  return found;
}

const choose = (editor: Editor, from: string, to = from) => editor.commands.setTextSelection({ from: placeOf(editor, from), to: placeOf(editor, to) + (to === from ? 0 : 1) });

/** Moves what is chosen; what was said of it, and the words of the story afterwards. */
function move(editor: Editor, by: -1 | 1): string {
  const here = movableHere(editor.state);
  const why = here && refusalToMove(here, by);
  if (!here || why) return why ?? "nothing";
  const change = movedPast(editor.state, here, by);
  if (!change) return "nothing";
  const where = placeInWords(here, by);
  editor.view.dispatch(change);
  return where;
}

const lines = (editor: Editor) => {
  const found: string[] = [];
  editor.state.doc.descendants((node) => void (node.isText && found.push(node.text ?? "")));
  return found.join(" ");
};

it("moves an item in its list, with what hangs under it, and leaves the list where it is", () => {
  const editor = editorWith(words("Before"), list(item("A", list(item("a"), item("b"))), item("B"), item("C")));
  choose(editor, "B");
  expect(move(editor, -1)).toBe("Item 1 of 3");
  expect(lines(editor)).toBe("Before B A a b C");
  expect(move(editor, -1)).toBe("It is the first of its list");
  choose(editor, "b");
  expect(move(editor, -1)).toBe("Item 1 of 2");
  expect(lines(editor)).toBe("Before B A b a C");
  choose(editor, "A");
  expect(move(editor, 1)).toBe("Item 3 of 3");
  expect(lines(editor)).toBe("Before B C A b a");
  expect(editor.state.selection.$from.parent.textContent).toBe("A");
});

it("moves the items that are chosen together, and the list once all of them are", () => {
  const editor = editorWith(words("Before"), list(item("A"), item("B"), item("C")));
  choose(editor, "B", "C");
  const here = movableHere(editor.state);
  expect(here && movableInWords(here)).toBe("these 2 items");
  expect(move(editor, -1)).toBe("Items 1 to 2 of 3");
  expect(lines(editor)).toBe("Before B C A");
  choose(editor, "B", "A");
  expect(move(editor, -1)).toBe("Block 1 of 2");
  expect(lines(editor)).toBe("B C A Before");
});

it("moves a row under the head, never past it, and at the head the table", () => {
  const editor = editorWith(words("Before"), table);
  choose(editor, "Two");
  expect(move(editor, -1)).toBe("Row 2 of 3");
  expect(lines(editor)).toBe("Before Head Two One");
  expect(move(editor, -1)).toBe("The first row names the columns");
  const [one, two] = ["One", "Two"].map((text) => placeOf(editor, text) - 2);
  editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.state.doc, two as number, one as number)));
  expect(move(editor, 1)).toBe("It is the last of its table");
  choose(editor, "Head");
  expect(move(editor, -1)).toBe("Block 1 of 2");
  expect(lines(editor)).toBe("Head Two One Before");
});

it("moves the blocks that the selection touches together, over whatever lies beside them", () => {
  const editor = editorWith(words("A"), words("B"), words("C"), correction, words("D"));
  choose(editor, "B", "C");
  expect(move(editor, 1)).toBe("Blocks 3 to 4 of 5");
  expect(lines(editor)).toBe("A Kept. B C D");
  expect(editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to, " ")).toBe("B C");
  expect(move(editor, -1)).toBe("Blocks 2 to 3 of 5");
  expect(move(editor, -1)).toBe("Blocks 1 to 2 of 5");
  expect(move(editor, -1)).toBe("It is the first");
  expect(lines(editor)).toBe("B C A Kept. D");
  // Down to the beginning of the next line, as the Shift and an arrow choose.
  editor.commands.setTextSelection({ from: placeOf(editor, "B"), to: placeOf(editor, "C") });
  expect(move(editor, 1)).toBe("Block 2 of 5");
  expect(lines(editor)).toBe("C B A Kept. D");
});

it("moves a picture in its gallery, and keeps a block chosen that is chosen whole", () => {
  const editor = editorWith(words("Before"), { type: "gallery", content: [figure("one"), figure("two"), figure("three")] }, { type: "sectionBreak" });
  const names = () => {
    const found: string[] = [];
    editor.state.doc.descendants((node) => void (node.type.name === "figure" && found.push(node.attrs.alt)));
    return found;
  };
  editor.commands.setNodeSelection(editor.state.doc.child(0).nodeSize + 1);
  expect(move(editor, 1)).toBe("Picture 2 of 3");
  expect(names()).toEqual(["two", "one", "three"]);
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  editor.commands.setNodeSelection(editor.state.doc.content.size - 1);
  expect(move(editor, -1)).toBe("Block 2 of 3");
  expect(editor.state.selection instanceof NodeSelection && editor.state.selection.node.type.name).toBe("sectionBreak");
});
