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
  const dom = { ownerDocument: { dispatchEvent: () => true, getSelection: () => ({ anchorNode: text, anchorOffset: shownAt, focusNode: text, focusOffset: shownAt }) }, contains: () => true };
  const view = { dom, hasFocus: () => has.focus, composing: has.composing, posAtDOM: (_: unknown, at: number) => at } as unknown as EditorView;
  plugin.spec.view?.(view);
  const events = plugin.props.handleDOMEvents as Record<"focus" | "keydown", (view: EditorView) => boolean>;
  return {
    meets(event: "focus" | "keydown") {
      events[event].call(plugin, view);
    },
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
  writer.meets("keydown");
  writer.do(colleagueMoves);
  expect(writer.caret).toBe(1);
});

it("where the browser puts the caret when the focus comes is nobody's key: it stays where it was", () => {
  const writer = writing(1);
  writer.meets("keydown");
  writer.meets("focus");
  writer.do(colleagueMoves);
  expect(writer.caret).toBe(5);
});

it("nothing else takes the caret over: no change of the text, no other window, no word that is being composed", () => {
  const typed = writing(1);
  typed.meets("keydown");
  typed.do((tr) => colleagueMoves(tr.insertText("!", 10)));
  typed.do((tr) => tr.setMeta("else", true));
  expect(typed.caret).toBe(5);
  for (const has of [{ focus: false, composing: false }, { focus: true, composing: true }]) {
    const writer = writing(1, has);
    writer.meets("keydown");
    writer.do(colleagueMoves);
    expect(writer.caret).toBe(5);
  }
});
