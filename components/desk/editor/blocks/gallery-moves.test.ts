import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { movedInGallery, removedFromGallery } from "@/components/desk/editor/blocks/gallery-moves";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const id = (letter: string) => letter.repeat(10);
const figure = (letter: string) => ({ type: "figure", attrs: { id: id(letter), assetId: "0190b5a0-0000-7000-8000-00000000000a" }, content: [{ type: "text", text: letter }] });
const story = (letters: string) => EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "gallery", attrs: { id: id("g") }, content: [...letters].map(figure) }] }) });
const shape = (state: EditorState) => state.doc.children.map((node) => `${node.type.name} ${node.textContent}`.trim());
const after = (state: EditorState, change: ReturnType<typeof movedInGallery>) => {
  if (!change) return null;
  const next = state.apply(change);
  next.doc.check();
  return { shape: shape(next), at: next.selection.$from.parent.attrs.id };
};

it.each([["a", 1, "bac"], ["b", -1, "bac"], ["b", 1, "acb"], ["c", -1, "acb"]] as const)("moves picture %s by %i, the caret with it", (letter, by, order) => {
  const state = story("abc");
  expect(after(state, movedInGallery(state, id(letter), by))).toEqual({ shape: [`gallery ${order}`], at: id(letter) });
});

it("moves none past the ends, and none that is in no gallery", () => {
  const state = story("abc");
  expect([movedInGallery(state, id("a"), -1), movedInGallery(state, id("c"), 1), movedInGallery(state, id("g"), 1)]).toEqual([null, null, null]);
});

it("takes one out, and the gallery with the last", () => {
  const state = story("abc");
  expect(after(state, removedFromGallery(state, id("b")))).toEqual({ shape: ["gallery ac"], at: id("c") });
  expect(after(state, removedFromGallery(state, id("c")))?.shape).toEqual(["gallery ab"]);
  const last = story("a");
  expect(after(last, removedFromGallery(last, id("a")))?.shape).toEqual(["paragraph"]);
});
