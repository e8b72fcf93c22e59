import { Extension } from "@tiptap/core";
import { plainParagraph } from "@/lib/content/blocks/paragraph";
import { toggleScript } from "@/components/desk/editor/toggle-script";

/** The shortcuts of the body that the blocks do not bring themselves. Tab is left alone: it leaves the text, from lists and tables after Escape. */
export const editorKeys = Extension.create({
  name: "editorKeys",
  addKeyboardShortcuts() {
    const heading = (level: 2 | 3 | 4) => () => this.editor.chain().focus().toggleHeading({ level }).run();
    return {
      "Mod-Alt-0": () => this.editor.chain().focus().setNode("paragraph", plainParagraph).run(),
      "Mod-Alt-2": heading(2),
      "Mod-Alt-3": heading(3),
      "Mod-Alt-4": heading(4),
      "Mod-Shift-7": () => this.editor.chain().focus().toggleOrderedList().run(),
      "Mod-Shift-8": () => this.editor.chain().focus().toggleBulletList().run(),
      "Mod-,": () => toggleScript(this.editor, "subscript"),
      "Mod-.": () => toggleScript(this.editor, "superscript"),
      "Mod-Shift-b": () => this.editor.chain().focus().toggleBlockquote().run(),
    };
  },
});
