import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { CellSelection, selectedRect } from "@tiptap/pm/tables";
import { refusedInWords } from "@/components/desk/editor/menus/refused-in-words";

/** Neighbours that go together, from the first to the last, and what they lie in, whose content begins at `start`. */
export type Movable = { kind: "block" | "item" | "row" | "picture"; within: Node; start: number; first: number; last: number };

const kinds: Readonly<Record<string, Movable["kind"]>> = { bulletList: "item", orderedList: "item", table: "row", gallery: "picture" };

/**
 * What the keys move: the items of a list, the rows of a table or the pictures of a gallery that the selection touches, else its blocks.
 * A list or a gallery that is touched from end to end moves whole, and so does a table at its head, which stays on top.
 */
export function movableHere(state: EditorState): Movable | null {
  const { selection } = state;
  const { $from, $to } = selection;
  if (selection instanceof CellSelection) {
    const { table, tableStart, top, bottom } = selectedRect(state);
    if (top > 0) return { kind: "row", within: table, start: tableStart, first: top, last: bottom - 1 };
  } else {
    for (let depth = $from.sharedDepth($to.pos); depth > 0; depth--) {
      const within = $from.node(depth);
      const kind = kinds[within.type.name];
      if (!kind) continue;
      const [first, last] = [$from.index(depth), $to.depth > depth ? $to.index(depth) : $to.index(depth) - 1];
      if (kind === "row" ? first > 0 : last - first + 1 < within.childCount) return { kind, within, start: $from.start(depth), first, last };
    }
  }
  return blocksChosen(state);
}

/** The blocks of the story that the selection touches; null where there is none. */
export function blocksChosen({ doc, selection }: EditorState): Movable | null {
  const { $from, $to } = selection;
  const first = $from.index(0);
  if (first >= doc.childCount) return null;
  const touched = $to.depth > 0 ? $to.index(0) : $to.index(0) - 1;
  // Chosen down to the beginning of a line, that line is not meant.
  const isAtStart = !selection.empty && $to.depth === 1 && $to.parentOffset === 0;
  return { kind: "block", within: doc, start: 0, first, last: Math.max(first, isAtStart ? touched - 1 : touched) };
}

/** Why they cannot go further up or down; null where they can. */
export function refusalToMove({ kind, within, first, last }: Movable, by: -1 | 1): string | null {
  const ofWhat = { block: "", item: " of its list", row: " of its table", picture: " of its gallery" }[kind];
  if (by < 0 && kind === "row" && first === 1) return "The first row names the columns";
  if (by < 0 && first === 0) return `It is the first${ofWhat}`;
  return by > 0 && last === within.childCount - 1 ? `It is the last${ofWhat}` : null;
}

/** Moves them past their neighbour: it is the neighbour that changes places, so the selection stays on what it was on. Null where none is. */
export function movedPast(state: EditorState, { within, start, first, last }: Movable, by: -1 | 1): Transaction | null {
  const index = by < 0 ? first - 1 : last + 1;
  const neighbour = within.maybeChild(index);
  if (!neighbour) return null;
  const sizeOf = (from: number, to: number) => within.children.slice(from, to).reduce((sum, child) => sum + child.nodeSize, 0);
  const at = start + sizeOf(0, index);
  const size = sizeOf(first, last + 1);
  return state.tr.delete(at, at + neighbour.nodeSize).insert(by < 0 ? at + size : at - size, neighbour).scrollIntoView();
}

/** Where they have come to: "Row 3 of 5". */
export function placeInWords({ kind, within, first, last }: Movable, by: -1 | 1): string {
  const [from, to] = [first + 1 + by, last + 1 + by];
  const name = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return from === to ? `${name} ${from} of ${within.childCount}` : `${name}s ${from} to ${to} of ${within.childCount}`;
}

/** Moves what the selection touches, as the keys do it, and says where it has come to, or why it cannot go. */
export function moveHere(editor: Editor, say: (words: string) => void, by: -1 | 1): void {
  const here = movableHere(editor.state);
  const refusal = here && refusalToMove(here, by);
  const change = here && movedPast(editor.state, here, by);
  if (refusal) say(refusedInWords(by < 0 ? "Move up" : "Move down", refusal));
  else if (here && change) {
    editor.view.dispatch(change);
    say(placeInWords(here, by));
  }
}

/** What is moved, within a sentence: "the row", "these 3 blocks". */
export const movableInWords = ({ kind, first, last }: Movable): string => (first === last ? `the ${kind}` : `these ${last - first + 1} ${kind}s`);
