import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { describe, expect, it } from "vitest";
import { caretBehindChosen } from "@/components/desk/editor/blocks/chosen-whole";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = { type: "paragraph" };
const words = { type: "paragraph", content: [{ type: "text", text: "Text." }] };
const figure = { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" } };
const embed = { type: "embed", attrs: { provider: "youtube", url: "https://youtu.be/a", embedId: "0190b5a0-0000-7000-8000-00000000000b" } };
const card = { type: "relatedCard", attrs: { story: "0190b5a0-0000-7000-8000-00000000000c" } };
const gallery = { type: "gallery", content: [figure, figure] };
const table = { type: "table", content: [0, 1].map(() => ({ type: "tableRow", content: [0, 1].map(() => ({ type: "tableCell", content: [words] })) })) };
const stateOf = (...content: unknown[]) => EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content }) });
const chosen = (state: EditorState, at: number) => state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)));
const typed = (state: EditorState) => {
  const moved = caretBehindChosen(state);
  if (!moved) return null;
  const there = state.apply(moved);
  return there.apply(there.tr.insertText("A"));
};
const drawn = (state: EditorState | null) => state?.doc.children.map((node) => `${node.type.name}: ${node.textContent}`);

describe("a letter typed while a block is chosen whole", () => {
  it.each([figure, embed, card, gallery])("leaves the $type and stands in a new paragraph behind it", (block) => {
    const kind = block.type;
    expect(drawn(typed(chosen(stateOf(block, words), 0)))?.map((one) => one.split(":")[0])).toEqual([kind, "paragraph", "paragraph"]);
    expect(drawn(typed(chosen(stateOf(block, words), 0)))?.slice(1)).toEqual(["paragraph: A", "paragraph: Text."]);
  });

  it("stands in the empty paragraph that is there already", () => {
    expect(drawn(typed(chosen(stateOf(figure, paragraph), 0)))).toEqual(["figure: ", "paragraph: A"]);
  });

  it("leaves a picture of a gallery, and stands behind the gallery", () => {
    const after = typed(chosen(stateOf(gallery, words), 1));
    expect(drawn(after)).toEqual(["gallery: ", "paragraph: A", "paragraph: Text."]);
    expect(after?.doc.firstChild?.childCount).toBe(2);
  });

  it("leaves a table of which every cell is chosen", () => {
    const state = stateOf(table, words);
    const cells: number[] = [];
    state.doc.descendants((node, at) => {
      if (node.type.name === "tableCell") cells.push(at);
    });
    const all = state.apply(state.tr.setSelection(CellSelection.create(state.doc, cells[0] ?? 0, cells.at(-1))));
    expect(drawn(typed(all))).toEqual(["table: Text.Text.Text.Text.", "paragraph: A", "paragraph: Text."]);
  });

  it("is nobody’s business where words are chosen", () => {
    const state = stateOf(words);
    expect(caretBehindChosen(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 4))))).toBeNull();
  });
});
