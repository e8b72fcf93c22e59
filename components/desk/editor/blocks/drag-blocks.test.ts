import { Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { expect, it } from "vitest";
import { dragBlocks, renewDragged } from "@/components/desk/editor/blocks/drag-blocks";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const named = (id: string, text: string) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text }] });
const doc = (...content: object[]) => schema.nodeFromJSON({ type: "doc", content });
const [first, second, third, last] = [named("aaaaaaaaaa", "First."), named("bbbbbbbbbb", "Second."), named("cccccccccc", "Third."), named("dddddddddd", "Last.")];

/** What the text is after the blocks that a selection touches were dragged by one of them to the end, with a change by a colleague on the way. */
function dragged(selection: { anchor: number; head: number }, index: number, meanwhile: object[] | null): { words: string; text: string[]; taken: boolean } {
  let state = EditorState.create({ doc: doc(first, second, third, last) });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, selection.anchor, selection.head)));
  const view = { get state() { return state; }, dispatch: (change: typeof state.tr) => { state = state.apply(change); }, dragging: null } as unknown as EditorView & { dragging: { slice: Slice; node?: { replace(change: typeof state.tr): void } } | null };
  const words = dragBlocks(view, index);
  if (meanwhile) {
    state = state.apply(state.tr.replaceWith(0, state.doc.content.size, doc(...meanwhile).content));
    // As ProseMirror does it at a change of the text after which it does not find the dragged node.
    if (view.dragging?.node) view.dragging = { slice: view.dragging.slice, move: true };
  }
  const taken = renewDragged(view);
  if (!taken) {
    const change = state.tr;
    if (view.dragging?.node) view.dragging.node.replace(change);
    else change.deleteSelection();
    state = state.apply(change.replaceRange(change.doc.content.size, change.doc.content.size, view.dragging?.slice ?? Slice.empty));
  }
  return { words, text: state.doc.children.map((node) => node.textContent), taken };
}

const inSecondAndThird = { anchor: 12, head: 19 };

it("moves whole blocks, one or all that are chosen, also where nothing else happens on the way", () => {
  expect(dragged(inSecondAndThird, 2, null)).toEqual({ words: "Second.\n\nThird.", text: ["First.", "Last.", "Second.", "Third."], taken: false });
  expect(dragged(inSecondAndThird, 0, null)).toEqual({ words: "First.", text: ["Second.", "Third.", "Last.", "First."], taken: false });
});

it("moves them as they stand at the drop, wherever a colleague's changes on the way have put them", () => {
  expect(dragged(inSecondAndThird, 1, [named("eeeeeeeeee", "New."), first, second, third, last]).text).toEqual(["New.", "First.", "Last.", "Second.", "Third."]);
  expect(dragged(inSecondAndThird, 1, [first, second, named("eeeeeeeeee", "New."), named("cccccccccc", "Third and more."), last]).text).toEqual(["First.", "New.", "Last.", "Second.", "Third and more."]);
  expect(dragged(inSecondAndThird, 0, [named("aaaaaaaaaa", "First and more."), second, third, last]).text).toEqual(["Second.", "Third.", "Last.", "First and more."]);
});

it("moves nothing where all of them are gone", () => {
  expect(dragged(inSecondAndThird, 1, [first, last])).toMatchObject({ text: ["First.", "Last."], taken: true });
});
