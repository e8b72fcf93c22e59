import { EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { dismissSlash, slashMenu, slashOf, slashTyped, slashUnder } from "@/components/desk/editor/menus/slash-plugin";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });
const written = (caret: number, ...texts: string[]) => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: texts.map(paragraph) }) });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
};
const said = (state: EditorState) => state.doc.children.map((node) => node.textContent);

describe("a slash menu that a button opened", () => {
  const opened = () => {
    const state = written(3, "First.", "Second.");
    const transaction = slashUnder(state);
    if (!transaction) throw new Error("A story has paragraphs.");
    return { state: state.apply(transaction), back: transaction.mapping.map(3) };
  };

  it("takes its paragraph away again when it is left with nothing typed, and the caret goes back", () => {
    const { state, back } = opened();
    expect(said(state)).toEqual(["First.", "/", "Second."]);
    const left = state.apply(dismissSlash(state, { from: 9, query: "", back }));
    expect(said(left)).toEqual(["First.", "Second."]);
    expect(left.selection.from).toBe(3);
    // Undo then takes back what was done before, and not this: it would bring a stroke that nobody wrote.
    expect(dismissSlash(state, { from: 9, query: "", back }).getMeta("addToHistory")).toBe(false);
  });

  it("stands under a block that is chosen whole", () => {
    const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "figure", content: [{ type: "text", text: "A picture." }] }, paragraph("Text.")] }) });
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)));
    expect(said(chosen.apply(slashUnder(chosen) as Transaction))).toEqual(["A picture.", "/", "Text."]);
  });

  it("leaves what was typed behind the slash", () => {
    const { state, back } = opened();
    const typed = state.apply(state.tr.insertText("fer", 10));
    expect(said(typed.apply(dismissSlash(typed, { from: 9, query: "fer", back })))).toEqual(["First.", "/fer", "Second."]);
  });
});

describe("left by a click elsewhere in the text", () => {
  const plugins = slashMenu(() => false).config.addProseMirrorPlugins?.call({} as never) ?? [];
  const begun = (...texts: string[]) => EditorState.create({ schema, plugins, doc: schema.nodeFromJSON({ type: "doc", content: texts.map(paragraph) }) });
  const click = (state: EditorState, at: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));

  it("a slash that a button put there goes, and the caret stays where the click put it", () => {
    const state = begun("First.", "Second.");
    const opened = state.apply(slashUnder(state) as Transaction);
    expect(slashOf(opened)).not.toBeNull();
    const left = click(opened, 14);
    expect(slashOf(left)).toBeNull();
    expect(said(left)).toEqual(["First.", "Second."]);
    expect(left.selection.from).toBe(11);
  });

  it("a slash that the writer typed stays", () => {
    const state = begun("First.", "");
    const left = click(state.apply(slashTyped(state, 9) as Transaction), 2);
    expect(slashOf(left)).toBeNull();
    expect(said(left)).toEqual(["First.", "/"]);
  });

  it("a word behind the slash stays", () => {
    const state = begun("First.");
    const opened = state.apply(slashUnder(state) as Transaction);
    expect(said(click(opened.apply(opened.tr.insertText("fer")), 2))).toEqual(["First.", "/fer"]);
  });
});

it("a slash typed by hand stays when the menu is left", () => {
  const state = written(2, "/");
  expect(said(state.apply(dismissSlash(state, { from: 1, query: "" })))).toEqual(["/"]);
});

it("a slash opens the menu where it was typed, though the editor has not heard yet that the caret moved there", () => {
  const state = written(1, "Either ");
  const transaction = slashTyped(state, 8);
  const after = transaction && state.apply(transaction);
  expect(after && said(after)).toEqual(["Either /"]);
  expect(after?.selection.from).toBe(9);
  expect(slashTyped(written(3, "and"), 4)).toBeNull();
});
