import { Editor } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { blockAt, blockNow, blocksHere, deleteBlock, deleteBlocks, duplicateBlocks, duplicateBlock, moveBlock, refusalToStash, takeOutOfStash } from "@/components/desk/editor/blocks/block-moves";
import { duplicateItem } from "@/components/desk/editor/blocks/duplicate-item";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
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

it("says why a block cannot go into the stash, and takes out again what is in it, where it stood", () => {
  const { schema, extensionManager } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  const reasons = Object.fromEntries(Object.values(blocks).map(({ name, example }) => [name, refusalToStash(schema.nodeFromJSON(example))]));
  const alone = "The stash holds text alone";
  expect(reasons).toEqual({ paragraph: null, heading: null, list: null, blockquote: null, pullQuote: "Turn it into a paragraph first", correctionNote: "A correction stays", figure: alone, gallery: alone, factBox: alone, table: alone, embed: alone, relatedCard: alone, sectionBreak: alone, stash: alone });

  const words = (text: string) => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });
  let state = EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content: [words("")] }), plugins: extensionManager.plugins });
  state = state.apply(state.tr.replaceWith(0, state.doc.content.size, schema.nodeFromJSON({ type: "doc", content: [words("Before."), { type: "stash", content: [words("One."), words("Two.")] }, words("After.")] })));
  const editor = { get state() { return state; }, view: { dispatch: (change: typeof state.tr) => { state = state.apply(change); } } } as unknown as Editor;
  const [before, stash] = [blockAt(editor, 0), blockAt(editor, 1)];
  expect(before && takeOutOfStash(editor, before)).toBe(false);
  expect(stash && takeOutOfStash(editor, stash)).toBe(true);
  expect(state.doc.children.map((node) => node.textContent)).toEqual(["Before.", "One.", "Two.", "After."]);
  expect(state.selection.$from.parent.textContent).toBe("One.");
});

it("acts on the block as it stands at the press, whatever a colleague has done since it was shown", () => {
  const { schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  const named = (id: string, text: string) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text }] });
  const stash = (...inside: object[]) => ({ type: "stash", attrs: { id: "ssssssssss" }, content: inside });
  const seen = [named("aaaaaaaaaa", "Before."), stash(named("bbbbbbbbbb", "One.")), named("cccccccccc", "After.")];
  const meanwhile = [named("dddddddddd", "A colleague's new beginning."), named("aaaaaaaaaa", "Before."), stash(named("bbbbbbbbbb", "One."), named("eeeeeeeeee", "A colleague's words.")), named("cccccccccc", "After.")];
  const done = (index: number, act: (editor: Editor, block: NonNullable<ReturnType<typeof blockAt>>) => unknown, now: object[] = meanwhile) => {
    let state = EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content: seen }) });
    const editor = { get state() { return state; }, view: { dispatch: (change: typeof state.tr) => { state = state.apply(change); } } } as unknown as Editor;
    const block = blockAt(editor, index);
    state = state.apply(state.tr.replaceWith(0, state.doc.content.size, schema.nodeFromJSON({ type: "doc", content: now }).content));
    if (block) act(editor, block);
    return state.doc.children.map((node) => node.textContent);
  };
  expect(done(1, takeOutOfStash)).toEqual(["A colleague's new beginning.", "Before.", "One.", "A colleague's words.", "After."]);
  expect(done(2, deleteBlock)).toEqual(["A colleague's new beginning.", "Before.", "One.A colleague's words."]);
  expect(done(1, duplicateBlock)).toEqual(["A colleague's new beginning.", "Before.", "One.A colleague's words.", "One.A colleague's words.", "After."]);
  expect(done(2, (editor, block) => moveBlock(editor, block, -1))).toEqual(["A colleague's new beginning.", "Before.", "After.", "One.A colleague's words."]);
  for (const act of [takeOutOfStash, deleteBlock, duplicateBlock, (editor: Editor, block: NonNullable<ReturnType<typeof blockAt>>) => expect(blockNow(editor, block)).toBeNull()]) expect(done(1, act, [named("aaaaaaaaaa", "Before.")])).toEqual(["Before."]);
});

it("copies the item of a list that the caret is in, also where it is the only one, and no item for a whole list", () => {
  const { schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  const item = (text: string) => ({ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
  const duplicated = (items: string[], from: number, to = from) => {
    const doc = schema.nodeFromJSON({ type: "doc", content: [{ type: "bulletList", content: items.map(item) }] });
    let state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
    const done = duplicateItem({ get state() { return state; }, view: { dispatch: (change: typeof state.tr) => { state = state.apply(change); } } } as unknown as Editor);
    return [done, state.doc.child(0).children.map((node) => node.textContent), state.selection.from];
  };
  expect(duplicated(["one", "two"], 4)).toEqual([true, ["one", "one", "two"], 4]);
  expect(duplicated(["one"], 4)).toEqual([true, ["one", "one"], 4]);
  expect(duplicated(["one", "two"], 4, 11)).toEqual([false, ["one", "two"], 4]);
});

it("copies and deletes all the blocks that the selection touches, as one change, and no correction", () => {
  const { schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  const words = (text: string) => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });
  const done = (from: number, to: number, act: typeof deleteBlocks, content = [words("One."), words("Two."), words("Three.")]) => {
    const doc = schema.nodeFromJSON({ type: "doc", content });
    let state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
    let changes = 0;
    const editor = { get state() { return state; }, view: { dispatch: (change: typeof state.tr) => { changes++; state = state.apply(change); } } } as unknown as Editor;
    const here = blocksHere(editor.state);
    act(editor, here);
    expect(changes).toBe(1);
    return state.doc.children.map((node) => node.textContent);
  };
  expect(done(3, 9, deleteBlocks)).toEqual(["Three."]);
  expect(done(3, 9, duplicateBlocks)).toEqual(["One.", "Two.", "One.", "Two.", "Three."]);
  // Down to the beginning of a line, that line is not meant.
  expect(done(3, 13, deleteBlocks)).toEqual(["Three."]);
  expect(done(3, 3, deleteBlocks)).toEqual(["Two.", "Three."]);
  expect(done(3, 15, deleteBlocks)).toEqual([""]);
  const noted = done(3, 92, duplicateBlocks, [words("One."), blocks.correctionNote.example as never, words("Two.")]);
  expect([noted[0], ...noted.slice(2)]).toEqual(["One.", "Two.", "One.", "Two."]);
});
