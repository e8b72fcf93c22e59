import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { addRowBefore, deleteRow, isInTable, selectedRect } from "@tiptap/pm/tables";
import { namesRows } from "@/components/desk/editor/blocks/row-headers";

type Dispatch = (change: Transaction) => void;

/** A row above the caret's. Above the head it becomes the head, and the old one a row like the others: the first row always names the columns. */
export function rowAbove(state: EditorState, dispatch: Dispatch): boolean {
  return withHead(state, dispatch, addRowBefore);
}

/** Deletes the caret's rows; with the head gone, the next row is it. */
export function rowDeleted(state: EditorState, dispatch: Dispatch): boolean {
  return withHead(state, dispatch, deleteRow);
}

function withHead(state: EditorState, dispatch: Dispatch, command: (state: EditorState, dispatch: Dispatch) => boolean): boolean {
  if (!isInTable(state)) return false;
  const { table, tableStart, top } = selectedRect(state);
  return command(state, (change) => {
    const changed = change.doc.nodeAt(tableStart - 1);
    const head = changed?.firstChild;
    if (top === 0 && changed?.type === table.type && head) {
      const second = changed.childCount > table.childCount ? changed.child(1) : null;
      if (second) setCells(change, second, tableStart + head.nodeSize, (column) => (column === 0 && namesRows(table) ? "tableHeader" : "tableCell"));
      setCells(change, head, tableStart, () => "tableHeader");
    }
    dispatch(change);
  });
}

/** Sets the kind of each cell of a row that stands at `at`; all keep their size. */
function setCells(change: Transaction, row: Node, at: number, kind: (column: number) => string): void {
  row.forEach((cell, offset, column) => {
    const type = cell.type.schema.nodes[kind(column)];
    if (type && type !== cell.type) change.setNodeMarkup(at + 1 + offset, type, cell.attrs);
  });
}
