import type { Editor } from "@tiptap/core";
import { keys } from "@/components/desk/editor/menus/shortcuts";
import { refusedInWords } from "@/components/desk/editor/menus/refused-in-words";
import { refusalOfMark, textHere } from "@/components/desk/editor/menus/where-it-fits";
import { toggleScript } from "@/components/desk/editor/toggle-script";

/** Where it is said why words take no such mark, and what asks first for an address or a language. */
export type MarkDoor = { say: (words: string) => void; openLink: () => void; openLanguage: () => void };

type MarkTool = { label: string; keys: string; put: (editor: Editor, door: MarkDoor) => void };

/** What is done with words themselves: by the bar, by the menu over chosen words, by a key. */
export const markTools = {
  strong: { label: "Strong", keys: keys.strong, put: (editor) => void editor.chain().focus().toggleBold().run() },
  em: { label: "Emphasis", keys: keys.emphasis, put: (editor) => void editor.chain().focus().toggleItalic().run() },
  link: { label: "Link", keys: keys.link, put: (_, door) => door.openLink() },
  subscript: { label: "Subscript", keys: keys.subscript, put: (editor) => void toggleScript(editor, "subscript") },
  superscript: { label: "Superscript", keys: keys.superscript, put: (editor) => void toggleScript(editor, "superscript") },
  lang: { label: "Foreign words", keys: keys.language, put: (_, door) => door.openLanguage() },
} as const satisfies Record<string, MarkTool>;

export type MarkName = keyof typeof markTools;

/** Puts a mark on the words at the caret, or takes it off. Where none of them takes it nothing changes, and it is said why. */
export function putMark(editor: Editor, door: MarkDoor, name: MarkName): void {
  const refusal = refusalOfMark(editor.schema, textHere(editor.state), name);
  if (refusal) door.say(refusedInWords(markTools[name].label, refusal));
  else markTools[name].put(editor, door);
}
