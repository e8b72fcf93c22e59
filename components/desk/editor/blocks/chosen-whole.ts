import { Extension } from "@tiptap/core";
import { type EditorState, NodeSelection, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";

/**
 * The caret in an empty paragraph behind the block that is chosen whole, one that is there or a new one; null where none is chosen.
 * A letter typed then is written there: a picture goes when somebody deletes it, never by being typed over.
 */
export function caretBehindChosen(state: EditorState): Transaction | null {
  const { selection, schema, tr } = state;
  const wholeTable = selection instanceof CellSelection && selection.isRowSelection() && selection.isColSelection();
  if (!wholeTable && !(selection instanceof NodeSelection && selection.node.isBlock)) return null;
  const paragraph = schema.nodes.paragraph?.create();
  if (!paragraph) return null;
  const { $from } = selection;
  // Of a table all cells are chosen; of anything else the block itself, as a child of the node around it.
  let depth = $from.depth;
  if (wholeTable) while (depth > 0 && $from.node(depth).type.name !== "table") depth--;
  const outermost = wholeTable ? depth - 1 : depth;
  for (let around = outermost; around >= 0; around--) {
    const index = $from.index(around) + 1;
    const behind = around === depth && !wholeTable ? selection.to : $from.after(around + 1);
    const next = $from.node(around).maybeChild(index);
    if (!$from.node(around).canReplaceWith(index, index, paragraph.type)) continue;
    if (next?.type !== paragraph.type || next.content.size > 0) tr.insert(behind, paragraph);
    return tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView();
  }
  return null;
}

function moveBehind(view: EditorView): boolean {
  const moved = caretBehindChosen(view.state);
  if (moved) view.dispatch(moved);
  return moved !== null;
}

/** Writes where the caret now is, as if typed: menus and quotation marks have their say. Where the story had no room for another paragraph, nothing. */
function write(view: EditorView, text: string): void {
  if (caretBehindChosen(view.state)) return;
  const { from, to } = view.state.selection;
  const plain = () => view.state.tr.insertText(text, from, to);
  if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, text, plain))) view.dispatch(plain());
}

/** What a press on a picture chooses: the picture, unless it is on its caption, where the caret goes. */
export function pressedFigure(view: EditorView, { target }: Event): NodeSelection | null {
  const drawn = target instanceof Element && !target.closest("figcaption") ? target.closest(".figure.in-text") : null;
  if (!drawn || !view.dom.contains(drawn)) return null;
  const $at = view.state.doc.resolve(view.posAtDOM(drawn, 0));
  for (let depth = $at.depth; depth > 0; depth--) if ($at.node(depth).type.name === "figure") return NodeSelection.create(view.state.doc, $at.before(depth));
  return null;
}

/** Blocks that are chosen whole: a press chooses a picture, and typing replaces nothing that is chosen. */
export const chosenWhole = Extension.create({
  name: "chosenWhole",
  // Before the slash menu: the letter is that of another paragraph.
  priority: 1100,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            if (!moveBehind(view)) return false;
            write(view, text);
            return true;
          },
          handleClick(view, _pos, event) {
            const pressed = pressedFigure(view, event);
            if (!pressed) return false;
            view.dispatch(view.state.tr.setSelection(pressed));
            return true;
          },
          handleDOMEvents: {
            // Telephones and dictation write without a key; whatever is composed is composed behind the block.
            compositionstart: (view) => void moveBehind(view),
            beforeinput(view, event) {
              if (event.inputType !== "insertText" || !event.data || !moveBehind(view)) return false;
              event.preventDefault();
              write(view, event.data);
              return true;
            },
          },
        },
      }),
    ];
  },
});
