import type { Editor } from "@tiptap/core";

const other = { subscript: "superscript", superscript: "subscript" } as const;

/** Sets words below or above the line, or back on it: never both at once. */
export const toggleScript = (editor: Editor, script: keyof typeof other): boolean => editor.chain().focus().unsetMark(other[script]).toggleMark(script).run();
