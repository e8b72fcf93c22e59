import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * Takes over the selection as it stands on the screen. The browser tells of a moved caret a moment after the key; whoever takes the focus
 * away before that would bring it back to the place before.
 */
export function takeOverCaret(view: EditorView): void {
  const shown = view.dom.ownerDocument.getSelection();
  const { state } = view;
  if (!shown?.anchorNode || !shown.focusNode || !(state.selection instanceof TextSelection)) return;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return;
  const [anchor, head] = [view.posAtDOM(shown.anchorNode, shown.anchorOffset), view.posAtDOM(shown.focusNode, shown.focusOffset)];
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
  if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
}

/**
 * Has a key find the caret where the key before it has put it. The browser tells of a moved caret only once it has time: of two keys that
 * come while the page is busy, the second would otherwise still split, delete or replace where the caret was before the first.
 */
export const caretInTime = Extension.create({
  name: "caretInTime",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view) {
            if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
            return false;
          },
        },
      },
    }),
  ],
});
