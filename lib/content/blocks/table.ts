import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { asText, dataAttribute } from "@/lib/content/blocks/attributes";
import { paragraph } from "@/lib/content/blocks/paragraph";
import type { TableNode } from "@/lib/content/stored/table";

export const tableLimits = { columns: 12, rows: 100 } as const;

const onlyOwnAttributes = { colspan: { default: 1, rendered: false, parseHTML: () => 1 }, rowspan: { default: 1, rendered: false, parseHTML: () => 1 }, colwidth: { default: null, rendered: false, parseHTML: () => null } };

export const table = {
  name: "table",
  label: "Table",
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
