import { EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { undoSteps } from "@/components/desk/editor/undo-steps";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const [plugin] = (undoSteps.config.addProseMirrorPlugins as unknown as () => Plugin[])();

/** A story with a line of text, and how often a new step of undo was begun. */
function writing() {
  let begun = 0;
  const history = new Plugin({ key: yUndoPluginKey, state: { init: () => ({ undoManager: { stopCapturing: () => begun++ } }), apply: (_, value) => value } });
  let state = EditorState.create({ doc: schema.node("doc", null, [schema.node("paragraph", null, [schema.text("one two")])]), plugins: [history, ...(plugin ? [plugin] : [])] });
  return {
    do: (change: (state: EditorState) => Transaction) => {
      state = state.apply(change(state));
      return begun;
    },
  };
}

const type = (state: EditorState) => state.tr.insertText("x", 4);
const heading = (state: EditorState) => state.tr.setNodeMarkup(0, schema.nodes.heading, { level: 2 });

it("letters typed one after the other are one step", () => {
  const { do: make } = writing();
  for (const change of [type, type, (state: EditorState) => state.tr.delete(2, 4), (state: EditorState) => state.tr.setSelection(TextSelection.create(state.doc, 1))]) expect(make(change)).toBe(0);
});

it("what is more begins a step, and so does what is typed after it", () => {
  const { do: make } = writing();
  make(type);
  expect(make(heading)).toBe(1);
  expect(make(type)).toBe(2);
  expect(make(type)).toBe(2);
  expect(make((state) => state.tr.split(3))).toBe(3);
  expect(make((state) => state.tr.addMark(1, 2, schema.mark("em")))).toBe(4);
});

it("what others change, and what follows of itself, begins none", () => {
  const { do: make } = writing();
  expect(make((state) => heading(state).setMeta(ySyncPluginKey, { isChangeOrigin: true }))).toBe(0);
  expect(make((state) => heading(state).setMeta("appendedTransaction", state.tr))).toBe(0);
  expect(make(type)).toBe(0);
});
