import { TextSelection } from "@tiptap/pm/state";
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
