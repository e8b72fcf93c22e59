import type { Editor } from "@tiptap/core";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bindingOf } from "@/components/desk/editor/following/own-caret";
import { type Brought, bringOwnLetters, caretIn, movesIn, placeOfCaret } from "@/components/desk/editor/following/moved-text";

type Writing = Pick<Editor, "state" | "isDestroyed"> & { view: Pick<Editor["view"], "dispatch"> };
type Line = { doc: Y.Doc; unsaved: boolean };
type Standing = NonNullable<ReturnType<typeof caretIn>>;

/** What was committed so long ago, in milliseconds, everybody has heard of. */
const settles = 5000;

/** Keeps what this writer types, and her caret, with the text that others split, turn into something else or move. Ends with the function that it gives. */
export function followText(editor: Writing, line: Line): () => void {
  const { doc } = line;
  const body = doc.getXmlFragment("body");
  const clock = () => Y.getState(doc.store, doc.clientID);
  let [settled, settling] = [0, 0];
  const clockwork = setInterval(() => {
    if (line.unsaved) return;
    settled = settling;
    settling = clock();
  }, settles);
  let carets: { anchor: Standing | null; head: Standing | null } | null = null;

  const follow = (transaction: Y.Transaction) => {
    if (transaction.local || editor.isDestroyed) return;
    const { nodes } = editor.state.schema;
    const moves = movesIn(transaction, body, { isFresh: (at) => at >= settled, holdsText: (name) => nodes[name]?.inlineContent === true });
    if (moves.length === 0) return;
    const stood = bindingOf(editor.state)?.beforeTransactionSelection;
    if (stood?.type === "text") {
      const [anchor, head] = [caretIn(moves, stood.anchor), caretIn(moves, stood.head)];
      if (anchor || head) carets = { anchor, head };
    }
    const brought = bringOwnLetters(doc, moves, "brought after its text");
    if (brought) countAsTyped(editor.state, brought, doc.clientID);
  };
  // By now what was brought is drawn, too.
  const stand = () => {
    const going = carets;
    carets = null;
    const binding = going && !editor.isDestroyed ? bindingOf(editor.state) : null;
    if (!going || !binding) return;
    const { selection, tr } = editor.state;
    const placeOf = (standing: Standing | null, otherwise: number) => {
      const place = standing && placeOfCaret(doc, standing);
      return (place && relativePositionToAbsolutePosition(doc, binding.type, Y.createRelativePositionFromTypeIndex(place.text, place.index, -1), binding.mapping)) ?? otherwise;
    };
    const most = tr.doc.content.size;
    const [anchor, head] = [placeOf(going.anchor, selection.anchor), placeOf(going.head, selection.head)];
    if (anchor > most || head > most || (anchor === selection.anchor && head === selection.head)) return;
    editor.view.dispatch(tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))).setMeta("addToHistory", false));
  };
  doc.on("afterTransaction", follow);
  doc.on("afterAllTransactions", stand);
  return () => {
    clearInterval(clockwork);
    doc.off("afterTransaction", follow);
    doc.off("afterAllTransactions", stand);
  };
}

/** Taking back what was typed takes back what was brought of it, too: to the history it is the same typing. */
function countAsTyped(state: EditorState, { letters, since, until }: Brought, client: number): void {
  const history = (yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager } | undefined)?.undoManager;
  const step = history?.undoStack.findLast(({ insertions }) => letters.some((id) => Y.isDeleted(insertions, id)));
  if (!step || since === until) return;
  const typed = Y.createDeleteSet();
  typed.clients.set(client, [{ clock: since, len: until - since }]);
  step.insertions = Y.mergeDeleteSets([step.insertions, typed]);
}
