import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

const key = new PluginKey<boolean>("caretBlock");

/** Marks the block at the caret, so that the others can be dimmed. Until it is switched on, it costs nothing. */
export const caretBlock = Extension.create({
  name: "caretBlock",
  addProseMirrorPlugins() {
    return [
      new Plugin<boolean>({
        key,
        state: { init: () => false, apply: (transaction, on) => (transaction.getMeta(key) as boolean | undefined) ?? on },
        props: {
          decorations(state) {
            if (!key.getState(state)) return DecorationSet.empty;
            const { $from } = state.selection;
            const node = state.doc.maybeChild($from.index(0));
            if (!node) return DecorationSet.empty;
            const start = $from.depth > 0 ? $from.before(1) : $from.pos;
            return DecorationSet.create(state.doc, [Decoration.node(start, start + node.nodeSize, { class: "at-caret" })]);
          },
        },
      }),
    ];
  },
});

/** Switches the mark on or off. */
export function markCaretBlock(editor: Editor, on: boolean): void {
  if (key.getState(editor.state) !== on) editor.view.dispatch(editor.state.tr.setMeta(key, on).setMeta("addToHistory", false));
}
