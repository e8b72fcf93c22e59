import { Extension } from "@tiptap/core";
import { keys } from "@/components/desk/editor/menus/shortcuts";
import { toggleScript } from "@/components/desk/editor/toggle-script";

/** The keys of marks that the marks do not bring themselves. Tab is left alone: it leaves the text, from lists and tables after Escape. */
export const editorKeys = Extension.create({
  name: "editorKeys",
  addKeyboardShortcuts() {
    return {
      [keys.subscript]: () => toggleScript(this.editor, "subscript"),
      [keys.superscript]: () => toggleScript(this.editor, "superscript"),
    };
  },
});
