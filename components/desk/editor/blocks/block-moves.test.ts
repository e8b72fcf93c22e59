import { Editor } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { blockAt, duplicateBlock } from "@/components/desk/editor/blocks/block-moves";
import { blocks } from "@/lib/content/blocks/registry";
import { storyExtensions } from "@/lib/content/schema";

const named = Object.values(blocks).filter(({ name }) => name !== "correctionNote");

it.each(named)("a copy of a $name says the same, under names of its own", ({ example }) => {
  const { extensionManager, schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  let state = EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph" }] }), plugins: extensionManager.plugins });
  state = state.apply(state.tr.replaceWith(0, state.doc.content.size, schema.nodeFromJSON(example)));
  const editor = { get state() { return state; }, view: { dispatch: (change: typeof state.tr) => { state = state.apply(change); } } } as unknown as Editor;
  const block = blockAt(editor, 0);
  if (!block) throw new Error("There is a block.");
  expect(duplicateBlock(editor, block)).toBe(true);
  const [first, second] = state.doc.children;
  const ids: string[] = [];
  state.doc.descendants((node) => void (node.isText || ids.push(node.attrs.id)));
  expect(ids.every((id) => /^[a-z0-9]{10}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  const bare = (json: unknown) => JSON.stringify(json).replace(/"id":"[a-z0-9]{10}"/g, '"id":""');
  expect(bare(second?.toJSON())).toBe(bare(first?.toJSON()));
});
