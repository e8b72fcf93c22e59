import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";

/** Two hyphens alone on a line, or what typography made of them. */
const begun = /^(?:--|–)$/;

/** The break that a third hyphen makes of its line, with a line to write on behind it; null where that hyphen is only text. */
export function breakFor(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  const { sectionBreak, paragraph } = state.schema.nodes;
  if (!empty || $from.depth !== 1 || $from.parent.type !== paragraph || !begun.test($from.parent.textContent) || $from.parentOffset !== $from.parent.content.size || !sectionBreak || !paragraph) return null;
  const at = $from.before();
  const change = state.tr.replaceWith(at, $from.after(), [sectionBreak.create(), paragraph.create()]);
  return change.setSelection(TextSelection.create(change.doc, at + 2)).scrollIntoView();
}

/** `---` alone on a line is a section break. Asked before typography, which would make a dash of it. */
export const typedBreak = Extension.create({
  name: "typedBreak",
  priority: 200,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("typedBreak"),
      props: {
        handleTextInput(view, _from, _to, text) {
          const change = text === "-" && !view.composing ? breakFor(view.state) : null;
          // A step of its own: undo gives the typed line back.
          if (change) asOneStep(view, () => view.dispatch(change));
          return change !== null;
        },
      },
    }),
  ],
});
