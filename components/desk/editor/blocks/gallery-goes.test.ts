import { EditorState, NodeSelection, type Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { galleryGoesPlugin } from "@/components/desk/editor/blocks/gallery-goes";
import { storySchema } from "@/lib/content/schema";

const figure = (words: string) => ({ type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" }, content: [{ type: "text", text: words }] });

/** A story with a gallery, whose first picture is chosen whole. */
function chosen(words: string): EditorState {
  const doc = storySchema().nodeFromJSON({ type: "doc", content: [{ type: "paragraph" }, { type: "gallery", content: [...words].map(figure) }, { type: "sectionBreak" }] });
  return EditorState.create({ doc, selection: NodeSelection.create(doc, 3), plugins: [galleryGoesPlugin()] });
}
const shape = (state: EditorState, change: Transaction) => state.apply(change).doc.children.map((node) => `${node.type.name} ${node.textContent}`.trim());

it("goes with its last picture, however that is taken out", () => {
  const state = chosen("a");
  expect(shape(state, state.tr.deleteSelection())).toEqual(["paragraph", "paragraph", "sectionBreak"]);
  const dragged = state.tr.deleteSelection();
  expect(shape(state, dragged.insert(0, state.doc.nodeAt(3) ?? []))).toEqual(["figure a", "paragraph", "paragraph", "sectionBreak"]);
});

it("stays with the pictures that are left", () => {
  const state = chosen("ab");
  expect(shape(state, state.tr.deleteSelection())).toEqual(["paragraph", "gallery b", "sectionBreak"]);
});
