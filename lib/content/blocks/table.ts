import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { z } from "zod";
import { asText, dataAttribute } from "@/lib/content/blocks/attributes";
import { attributeText, blockId } from "@/lib/content/blocks/inline";
import { paragraph, paragraphNode } from "@/lib/content/blocks/paragraph";

export const tableLimits = { columns: 12, rows: 100 } as const;

// Cells are never joined: such a table cannot be read aloud, nor on a phone.
const cellAttributes = z.strictObject({ id: blockId, colspan: z.literal(1).optional(), rowspan: z.literal(1).optional(), colwidth: z.null().optional() }).optional();
const cellContent = z.array(paragraphNode).length(1);
const headerCell = z.strictObject({ type: z.literal("tableHeader"), attrs: cellAttributes, content: cellContent });
const dataCell = z.strictObject({ type: z.literal("tableCell"), attrs: cellAttributes, content: cellContent });
const row = z.strictObject({ type: z.literal("tableRow"), attrs: z.strictObject({ id: blockId }).optional(), content: z.array(z.union([headerCell, dataCell])).min(1).max(tableLimits.columns) });

export const tableNode = z.strictObject({
  type: z.literal("table"),
  attrs: z.strictObject({ id: blockId, caption: attributeText(300).nullish(), note: attributeText(300).nullish() }).optional(),
  content: z.array(row).min(1).max(tableLimits.rows),
});
export type TableNode = z.infer<typeof tableNode>;
export type TableRowNode = z.infer<typeof row>;

/** Whether every cell of a row is blank. */
export const isBlankRow = (one: TableRowNode): boolean => one.content.every((cell) => (cell.content[0]?.content ?? []).every((node) => node.text.trim() === ""));

/** The table without the blank rows at its end; the row that names the columns stays. */
export function withoutTrailingRows(node: TableNode): TableNode {
  const last = Math.max(0, node.content.findLastIndex((one) => !isBlankRow(one)));
  return last === node.content.length - 1 ? node : { ...node, content: node.content.slice(0, last + 1) };
}

const onlyOwnAttributes = { colspan: { default: 1, rendered: false, parseHTML: () => 1 }, rowspan: { default: 1, rendered: false, parseHTML: () => 1 }, colwidth: { default: null, rendered: false, parseHTML: () => null } };

export const table = {
  name: "table",
  label: "Table",
  node: tableNode,
  tiptap: [
    Table.extend({ addAttributes: () => ({ caption: dataAttribute("caption", "", asText), note: dataAttribute("note", "", asText) }) }).configure({ resizable: false, cellMinWidth: 0, renderWrapper: false, View: null }),
    TableRow,
    TableHeader.extend({ content: "paragraph", addAttributes: () => onlyOwnAttributes }),
    TableCell.extend({ content: "paragraph", addAttributes: () => onlyOwnAttributes }),
  ],
  text: (node: TableNode) => [node.attrs?.caption ?? "", ...node.content.map((one) => one.content.map((cell) => paragraph.text(cell.content[0] ?? { type: "paragraph" })).join("\t"))].filter(Boolean).join("\n"),
  example: {
    type: "table",
    attrs: { caption: "Passengers on the 23:40, by weekday" },
    content: [
      { type: "tableRow", content: ["Day", "Passengers"].map((text) => ({ type: "tableHeader" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) },
      { type: "tableRow", content: ["Friday", "122"].map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) },
    ],
  } satisfies TableNode,
};
