import type { Editor } from "@tiptap/core";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import { relativePositionToAbsolutePosition, yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { bindingOf } from "@/components/desk/editor/following/own-caret";
import { watchOwnDeletions } from "@/components/desk/editor/following/own-deletions";
import { type Brought, bringOwnLetters, caretIn, movesIn, placeOfCaret } from "@/components/desk/editor/following/moved-text";

type Writing = Pick<Editor, "state" | "isDestroyed"> & { view: Pick<Editor["view"], "dispatch"> };
type Line = { doc: Y.Doc; unsaved: boolean };
type Standing = NonNullable<ReturnType<typeof caretIn>>;

/** What was committed so long ago, in milliseconds, everybody has heard of. */
const settles = 5000;

/**
 * Keeps what this writer types, and her caret, with the text that others split, turn into something else or move, and out of it what she took out;
 * `before` is what she did before this began. Ends with the function that it gives.
 */
export function followText(editor: Writing, line: Line, before: readonly Y.Transaction[] = []): () => void {
  const { doc } = line;
  const body = doc.getXmlFragment("body");
  const clock = () => Y.getState(doc.store, doc.clientID);
  const own = watchOwnDeletions(doc, body, before);
  let [settled, settling] = [0, 0];
  const clockwork = setInterval(() => {
    if (line.unsaved) return;
    settled = settling;
    settling = clock();
    own.settle();
  }, settles);
  let carets: { anchor: Standing | null; head: Standing | null } | null = null;

  const follow = (transaction: Y.Transaction) => {
    if (transaction.local || editor.isDestroyed) return;
    const { nodes } = editor.state.schema;
    const moves = movesIn(transaction, body, { isFresh: (at) => at >= settled, holdsText: (name) => nodes[name]?.inlineContent === true, out: own.of });
    if (moves.length === 0) return;
    const stood = bindingOf(editor.state)?.beforeTransactionSelection;
    if (stood?.type === "text") {
      const [anchor, head] = [caretIn(moves, stood.anchor), caretIn(moves, stood.head)];
      if (anchor || head) carets = { anchor, head };
    }
    const brought = bringOwnLetters(doc, moves, "brought after its text");
    if (brought) {
      countAsTyped(editor.state, brought, doc.clientID);
      countAsTakenOut(editor.state, brought, doc);
    }
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
    own.end();
    doc.off("afterTransaction", follow);
    doc.off("afterAllTransactions", stand);
  };
}

/** Taking back what was typed takes back what was brought of it, too: to the history it is the same typing. */
function countAsTyped(state: EditorState, { letters, since, until }: Brought, client: number): void {
  const step = historyOf(state)?.undoStack.findLast(({ insertions }) => letters.some((id) => Y.isDeleted(insertions, id)));
  if (!step || since === until) return;
  const typed = Y.createDeleteSet();
  typed.clients.set(client, [{ clock: since, len: until - since }]);
  step.insertions = Y.mergeDeleteSets([step.insertions, typed]);
}

/** Taking back that letters were taken out brings them back where they were taken out after all; until then they are kept. */
function countAsTakenOut(state: EditorState, { out, outThere }: Brought, { store }: Y.Doc): void {
  const step = historyOf(state)?.undoStack.findLast(({ deletions }) => out.some((id) => Y.isDeleted(deletions, id)));
  if (!step || outThere.length === 0) return;
  const there = Y.createDeleteSet();
  for (const id of outThere) {
    there.clients.set(id.client, [...(there.clients.get(id.client) ?? []), { clock: id.clock, len: 1 }]);
    for (let item: Y.Item | null = Y.getItem(store, id) as Y.Item; item && !item.keep; item = (item.parent as Y.AbstractType<unknown>)._item) item.keep = true;
  }
  step.deletions = Y.mergeDeleteSets([step.deletions, there]);
}

const historyOf = (state: EditorState): Y.UndoManager | undefined => (yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager } | undefined)?.undoManager;
