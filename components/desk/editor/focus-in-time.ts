import { Extension, resolveFocusPosition } from "@tiptap/core";

/**
 * Has the text take the focus back before the next key. TipTap's own command waits for a frame, and a key pressed while the page is busy
 * would go to the button that was pressed before, or nowhere. It cannot be done at once: in a chain the change is not there yet.
 */
export const focusInTime = Extension.create({
  name: "focusInTime",
  addCommands: () => ({
    focus: (position = null) => ({ editor, view, tr, dispatch }) => {
      const selection = resolveFocusPosition(tr.doc, position);
      if (dispatch && selection && !selection.eq(tr.selection)) tr.setSelection(selection);
      if (dispatch && !view.hasFocus())
        queueMicrotask(() => {
          if (editor.isDestroyed) return;
          view.focus();
          editor.commands.scrollIntoView();
        });
      return true;
    },
  }),
});
