import { Extension } from "@tiptap/core";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isOneAddress } from "@/components/desk/editor/paste/clipboard-kinds";

const isWithin = ($place: ResolvedPos, shared: number): boolean => Array.from({ length: $place.depth - shared }, (_, below) => $place.node(shared + 1 + below)).some(({ type }) => type.spec.isolating || type.name === "boxTitle");

/**
 * Deletes a selection that begins or ends in a box (a fact box or its title, a picture, a table, a stash) and reaches beyond it; null for any other. What
 * lies between goes; at both ends the words go and the boxes stay, for what stands in a box cannot be joined to what stands outside.
 */
export function deletedAcross({ selection, tr }: EditorState): Transaction | null {
  const { $from, $to, from, to, empty } = selection;
  const shared = $from.sharedDepth(to);
  if (empty || !(selection instanceof TextSelection) || !(isWithin($from, shared) || isWithin($to, shared))) return null;
  deleteWithin(tr, $from.node(shared), shared === 0 ? 0 : $from.start(shared), from, to);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(from, -1)), 1)).scrollIntoView();
}

/** From the end, so that no place moves before it is reached; `start` is where the content of `parent` begins. */
function deleteWithin(tr: Transaction, parent: Node, start: number, from: number, to: number): void {
  if (parent.isTextblock) {
    const [first, last] = [Math.max(from, start), Math.min(to, start + parent.content.size)];
    if (first < last) tr.delete(first, last);
    return;
  }
  const places: { child: Node; at: number }[] = [];
  parent.forEach((child, offset) => void places.push({ child, at: start + offset }));
  for (const { child, at } of places.reverse()) {
    if (at >= to || at + child.nodeSize <= from) continue;
    if (from <= at && to >= at + child.nodeSize && canGo(tr, at)) tr.delete(at, at + child.nodeSize);
    else if (!child.isLeaf) deleteWithin(tr, child, at + 1, from, to);
  }
}

/** Whether what is around a block can do without it. Rows and cells stay: a table keeps its shape and its head. */
function canGo(tr: Transaction, at: number): boolean {
  const $at = tr.doc.resolve(at);
  const index = $at.index();
  return !["table", "tableRow"].includes($at.parent.type.name) && $at.parent.canReplace(index, index + 1);
}

/** Whether there was such a selection; it is gone then, and the caret where it began. */
function deleteFirst(view: EditorView): boolean {
  const change = view.editable ? deletedAcross(view.state) : null;
  if (change) view.dispatch(change);
  return change !== null;
}

/** Deletes words chosen over several blocks: the keys of lists and paragraphs would part them at a depth that is gone. True where they have to stay. */
function deleteBetween(view: EditorView): boolean {
  const { selection, tr } = view.state;
  if (!view.editable || !(selection instanceof TextSelection) || selection.$from.sameParent(selection.$to)) return false;
  view.dispatch(tr.deleteSelection());
  return !view.state.selection.empty;
}

/** Whether what was to go has stayed, such as a correction in its midst: nothing else may take its place then. */
const stays = (view: EditorView): boolean => deletedAcross(view.state) !== null;

/** Writes where such a selection began, as if typed: menus and quotation marks have their say. */
function writeInstead(view: EditorView, text: string): boolean {
  if (!deleteFirst(view)) return false;
  if (stays(view)) return true;
  const { from, to } = view.state.selection;
  const plain = () => view.state.tr.insertText(text, from, to);
  if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, text, plain))) view.dispatch(plain());
  return true;
}

/** What deletes, replaces or parts a selection over the edge of a box. */
export const deleteAcross = Extension.create({
  name: "deleteAcross",
  // Before every other key, which would join what cannot be joined.
  priority: 1200,
  addProseMirrorPlugins: () => [deleteAcrossPlugin()],
});

export function deleteAcrossPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey("deleteAcross"),
    props: {
      handleKeyDown(view, { key, altKey, ctrlKey, metaKey, shiftKey }) {
        // With these it is the key of a block or of a menu.
        if (altKey || ((ctrlKey || metaKey) && (shiftKey || key === "Enter"))) return false;
        if (key === "Delete" || key === "Backspace") return deleteFirst(view);
        // What Enter does then, it does at the caret.
        if (key !== "Enter") return false;
        return deleteFirst(view) ? stays(view) : deleteBetween(view);
      },
      handleTextInput: (view, _from, _to, text) => writeInstead(view, text),
      handleDOMEvents: {
        cut(view, event) {
          if (!event.clipboardData || !view.editable || !deletedAcross(view.state)) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData.clearData();
          event.clipboardData.setData("text/html", dom.innerHTML);
          event.clipboardData.setData("text/plain", text);
          return deleteFirst(view);
        },
        paste(view, event) {
          const text = event.clipboardData?.getData("text/plain") ?? "";
          // An address makes a link of the chosen words and replaces nothing.
          const replaces = !isOneAddress(text.trim()) && (text !== "" || event.clipboardData?.types.includes("text/html"));
          if (!replaces || !deleteFirst(view) || !stays(view)) return false;
          event.preventDefault();
          return true;
        },
        // Telephones and dictation write without a key.
        compositionstart: (view) => void deleteFirst(view),
        beforeinput(view, event) {
          const isDone = event.inputType === "insertText" && event.data ? writeInstead(view, event.data) : /^deleteContent|^deleteWord|^deleteSoftLine|^deleteHardLine/.test(event.inputType) && deleteFirst(view);
          if (isDone) event.preventDefault();
          return isDone;
        },
      },
    },
  });
}
