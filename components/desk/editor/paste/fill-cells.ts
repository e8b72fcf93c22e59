import { Fragment, type Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { tableLimits } from "@/lib/content/blocks/table";
import type { Block } from "@/lib/content/document";

/** A table pasted into a cell fills the table that is there, from that cell on, and makes it larger where it must. False where it would be too large. */
export function fillsCells(transaction: Transaction, body: readonly Block[]): boolean {
  const { $from } = transaction.selection;
  const [only] = body;
  if (body.length !== 1 || only?.type !== "table" || $from.depth < 3 || $from.node(-3).type.name !== "table") return false;
  const { schema } = transaction.doc.type;
  const [table, left, top] = [$from.node(-3), $from.index(-2), $from.index(-3)];
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
  const start = $from.start(-3);
  transaction.replaceWith(start, $from.end(-3), Fragment.from(rows));
  const last = top + pasted.childCount - 1;
  const before = rows.slice(0, last).reduce((size, row) => size + row.nodeSize, start + 1);
  const end = Array.from({ length: left + columnsOf(pasted) }, (_, x) => rows[last]?.child(x).nodeSize ?? 0).reduce((sum, size) => sum + size, before);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  return true;
}

const columnsOf = (table: Node): number => table.firstChild?.childCount ?? 0;
