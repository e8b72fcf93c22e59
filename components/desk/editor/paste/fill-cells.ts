import { Fragment, type Node } from "@tiptap/pm/model";
import { type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { tableLimits } from "@/lib/content/blocks/table";
import type { Block } from "@/lib/content/document";

/** The table that the selection is in, and the first of its cells: of several that are chosen the one in their corner. */
function cellsHere(selection: Selection): { table: Node; start: number; left: number; top: number } | null {
  if (selection instanceof CellSelection) {
    const { $anchorCell, $headCell } = selection;
    const corner = (depth: number) => Math.min($anchorCell.index(depth), $headCell.index(depth));
    return { table: $anchorCell.node(-1), start: $anchorCell.start(-1), left: corner($anchorCell.depth), top: corner($anchorCell.depth - 1) };
  }
  const { $from } = selection;
  return $from.depth > 3 && $from.node(-3).type.name === "table" ? { table: $from.node(-3), start: $from.start(-3), left: $from.index(-2), top: $from.index(-3) } : null;
}

/** A table pasted into cells fills the table that is there, from the first of them on, and makes it larger where it must. False where it would be too large. */
export function fillsCells(transaction: Transaction, body: readonly Block[]): boolean {
  const [only] = body;
  const place = body.length === 1 && only?.type === "table" ? cellsHere(transaction.selection) : null;
  if (!place) return false;
  const { schema } = transaction.doc.type;
  const { table, start, left, top } = place;
  const pasted = schema.nodeFromJSON(only);
  const [width, height] = [Math.max(columnsOf(table), left + columnsOf(pasted)), Math.max(table.childCount, top + pasted.childCount)];
  if (width > tableLimits.columns || height > tableLimits.rows) return false;
  const cellAt = (x: number, y: number): Node => {
    const here = table.maybeChild(y)?.maybeChild(x);
    const comes = y < top || x < left ? null : pasted.maybeChild(y - top)?.maybeChild(x - left);
    // What a cell is, is the table's to say: its first row names the columns.
    const type = here?.type ?? schema.nodes[y === 0 ? "tableHeader" : "tableCell"];
    return (type as Node["type"]).create(here?.attrs, (comes ?? here)?.content ?? schema.node("paragraph"));
  };
  const rows = Array.from({ length: height }, (_, y) => schema.node("tableRow", table.maybeChild(y)?.attrs, Array.from({ length: width }, (_, x) => cellAt(x, y))));
  transaction.replaceWith(start, start + table.content.size, Fragment.from(rows));
  const last = top + pasted.childCount - 1;
  const before = rows.slice(0, last).reduce((size, row) => size + row.nodeSize, start + 1);
  const end = Array.from({ length: left + columnsOf(pasted) }, (_, x) => rows[last]?.child(x).nodeSize ?? 0).reduce((sum, size) => sum + size, before);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  return true;
}

const columnsOf = (table: Node): number => table.firstChild?.childCount ?? 0;
