import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addColumnBefore, addRowBefore, deleteRow, isInTable, selectedRect } from "@tiptap/pm/tables";
import { namesRows } from "@/components/desk/editor/blocks/row-headers";

type Dispatch = (change: Transaction) => void;
type Command = (state: EditorState, dispatch: Dispatch) => boolean;

/*
 * ProseMirror's own commands put plain cells beside a head. Here the first row names the columns whatever is done, and the first column goes
 * on naming the rows where it did.
 */

/** A row above the caret's. Above the head it becomes the head, and the old one a row like the others. */
export const rowAbove: Command = (state, dispatch) => withHeads(state, dispatch, addRowBefore);

/** Deletes the caret's rows; with the head gone, the next row is it. */
export const rowDeleted: Command = (state, dispatch) => withHeads(state, dispatch, deleteRow);

/** A column before the caret's. */
export const columnBefore: Command = (state, dispatch) => withHeads(state, dispatch, addColumnBefore);

/** A column after the caret's. */
export const columnAfter: Command = (state, dispatch) => withHeads(state, dispatch, addColumnAfter);

function withHeads(state: EditorState, dispatch: Dispatch, command: Command): boolean {
  if (!isInTable(state)) return false;
  const { table, tableStart } = selectedRect(state);
  const named = namesRows(table);
  return command(state, (change) => {
    const changed = change.doc.nodeAt(tableStart - 1);
    if (changed?.type === table.type) {
      const wasHead = new Set(table.firstChild?.children);
      const namedRow = new Set(named ? table.children.slice(1).map((row) => row.firstChild) : []);
      eachCell(changed, (cell, at, row, column) => {
        // A cell that named something and does no more is one like the others.
        const isPlain = (wasHead.has(cell) && row > 0) || (namedRow.has(cell) && column > 0);
        const kind = row === 0 || (column === 0 && named) ? "tableHeader" : isPlain ? "tableCell" : cell.type.name;
        const type = cell.type.schema.nodes[kind];
        if (type && type !== cell.type) change.setNodeMarkup(tableStart + at, type, cell.attrs);
      });
    }
    dispatch(change);
  });
}

/** Each cell with its place, counted from where the table's content begins. */
function eachCell(table: Node, visit: (cell: Node, at: number, row: number, column: number) => void): void {
  table.forEach((row, rowAt, rowNumber) => {
    row.forEach((cell, at, column) => {
      visit(cell, rowAt + 1 + at, rowNumber, column);
    });
  });
}
