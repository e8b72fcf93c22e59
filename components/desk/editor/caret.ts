import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";

/** The selection as it stands on the screen; null where it is elsewhere or not of letters. */
function shownSelection(view: EditorView, { doc, selection }: EditorState): TextSelection | null {
  const shown = view.dom.ownerDocument.getSelection();
  if (!shown?.anchorNode || !shown.focusNode || !(selection instanceof TextSelection)) return null;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return null;
  const [anchor, head] = [view.posAtDOM(shown.anchorNode, shown.anchorOffset), view.posAtDOM(shown.focusNode, shown.focusOffset)];
  const found = TextSelection.between(doc.resolve(anchor), doc.resolve(head)) as TextSelection;
  return found.eq(selection) ? null : found;
}

/**
 * Takes over the selection as it stands on the screen. The browser tells of a moved caret a moment after the key; whoever takes the focus
 * away before that would bring it back to the place before.
 */
export function takeOverCaret(view: EditorView): void {
  const selection = shownSelection(view, view.state);
  if (selection) view.dispatch(view.state.tr.setSelection(selection));
}

/** Has the editor hear at once of a caret that has moved on the screen. */
export const tellOfCaret = (view: EditorView): void => void (view.composing || view.dom.ownerDocument.dispatchEvent(new Event("selectionchange")));

/**
 * Has a key find the caret where the key before it has put it. The browser tells of a moved caret only once it has time: of two keys that
 * come while the page is busy, the second would otherwise still split, delete or replace where the caret was before the first. And what is drawn
 * in between, a colleague's caret that moved, would put it back there: the binding draws that a moment after the line has told of it.
 */
export const caretInTime = Extension.create({
  name: "caretInTime",
  addProseMirrorPlugins: () => [caretPlugin()],
});

export function caretPlugin(): Plugin {
  let view: EditorView | undefined;
  // As the focus comes the browser puts the caret somewhere, and the editor puts it back a moment later.
  let hasKey = false;
  return new Plugin({
    view: (made) => {
      view = made;
      return {};
    },
    appendTransaction: (changes, _old, state) => {
      if (!hasKey || !view?.hasFocus() || view.composing || !changes.some((change) => change.getMeta(yCursorPluginKey)) || changes.some(({ docChanged, selectionSet }) => docChanged || selectionSet)) return null;
      const selection = shownSelection(view, state);
      return selection && state.tr.setSelection(selection);
    },
    props: {
      handleDOMEvents: {
        focus() {
          hasKey = false;
          return false;
        },
        keydown(writing) {
          hasKey = true;
          tellOfCaret(writing);
          return false;
        },
      },
    },
  });
}
