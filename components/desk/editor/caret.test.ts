import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { caretPlugin } from "@/components/desk/editor/caret";
import { storySchema } from "@/lib/content/schema";

/** What the plugin asks of a view: whose screen shows the caret at a place of which the editor may not have heard. */
function writing(shownAt: number, has = { focus: true, composing: false }) {
  const schema = storySchema();
  const plugin = caretPlugin();
  const doc = schema.node("doc", null, [schema.node("paragraph", null, [schema.text("Beta two.")])]);
  let state = EditorState.create({ doc, plugins: [plugin], selection: TextSelection.create(doc, 5) });
  const text = {};
  const dom = { ownerDocument: { getSelection: () => ({ anchorNode: text, anchorOffset: shownAt, focusNode: text, focusOffset: shownAt }) }, contains: () => true };
  plugin.spec.view?.({ dom, hasFocus: () => has.focus, composing: has.composing, posAtDOM: (_: unknown, at: number) => at } as unknown as EditorView);
  return {
    do(change: (tr: Transaction) => Transaction) {
      state = state.apply(change(state.tr));
    },
    get caret() {
      return state.selection.head;
    },
  };
}

const colleagueMoves = (tr: Transaction) => tr.setMeta(yCursorPluginKey, { awarenessUpdated: true });

it("a key that moved the caret is not lost to a colleague's caret that is drawn before the browser tells of it", () => {
  const writer = writing(1);
  writer.do(colleagueMoves);
  expect(writer.caret).toBe(1);
});

it("nothing else takes the caret over: no change of the text, no other window, no word that is being composed", () => {
  const typed = writing(1);
  typed.do((tr) => colleagueMoves(tr.insertText("!", 10)));
  typed.do((tr) => tr.setMeta("else", true));
  expect(typed.caret).toBe(5);
  for (const has of [{ focus: false, composing: false }, { focus: true, composing: true }]) {
    const writer = writing(1, has);
    writer.do(colleagueMoves);
    expect(writer.caret).toBe(5);
  }
});
