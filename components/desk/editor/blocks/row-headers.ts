import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";

/** Whether the first cell of each row under the head names that row. */
export function namesRows(table: Node): boolean {
  return table.childCount > 1 && table.children.slice(1).every((row) => row.firstChild?.type.name === "tableHeader");
}

/** Lets the first column name its rows, or no more; null where the table is gone. Readers get such a cell as the head of its row. */
export function rowsNamed({ tr, doc, schema }: EditorState, id: string, named: boolean): Transaction | null {
  const found = findBlock(doc, id);
  const type = schema.nodes[named ? "tableHeader" : "tableCell"];
  if (found?.node.type.name !== "table" || !type) return null;
  found.node.forEach((row, offset, index) => {
    const first = row.firstChild;
    if (index > 0 && first) tr.setNodeMarkup(found.at + 1 + offset + 1, type, first.attrs);
  });
  return tr;
}
