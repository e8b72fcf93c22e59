import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { blockBefore, placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (id: string, text = "") => ({ type: "paragraph", attrs: { id }, content: text ? [{ type: "text", text }] : [] });
const figure = (id: string) => ({ type: "figure", attrs: { id, assetId: "0190b5a0-0000-7000-8000-00000000000a" } });
const { doc } = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [figure("picture"), paragraph("free"), { type: "gallery", attrs: { id: "gallery" }, content: [figure("first"), figure("second")] }, { type: "factBox", attrs: { id: "box" }, content: [{ type: "boxTitle", attrs: { id: "title" } }, paragraph("fact", "x"), figure("inside")] }] }) });

// 0 the picture, 2 the empty paragraph, 4 the gallery, 10 the box: its title at 11, its fact at 13, its picture at 16.
it.each([
  ["behind a chosen picture", NodeSelection.create(doc, 0), "table", [2, 2], "picture"],
  ["in the place of an empty paragraph", TextSelection.create(doc, 3), "table", [2, 4], "free"],
  ["behind the gallery of a chosen picture", NodeSelection.create(doc, 5), "table", [10, 10], "gallery"],
  ["behind the box with the caret", TextSelection.create(doc, 14), "table", [19, 19], "box"],
  ["in it, for a picture", TextSelection.create(doc, 14), "figure", [16, 16], "fact"],
  ["under its title, for a picture", TextSelection.create(doc, 12), "figure", [13, 13], "title"],
  ["behind the picture in it that is chosen", NodeSelection.create(doc, 16), "figure", [18, 18], "inside"],
  ["behind the box that is chosen", NodeSelection.create(doc, 10), "figure", [19, 19], "box"],
])("a block goes %s", (_, selection, kind, place, before) => {
  expect([placeOfBlock(selection, kind), blockBefore(selection, kind)]).toEqual([place, before]);
});
