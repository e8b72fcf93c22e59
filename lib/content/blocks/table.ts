import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { asText, dataAttribute } from "@/lib/content/blocks/attributes";
import { paragraph } from "@/lib/content/blocks/paragraph";
import type { LineOfWords } from "@/lib/content/blocks/words";
import { isFromOthers } from "@/lib/content/typed-here";
import type { TableNode, TableRowNode } from "@/lib/content/stored/table";

export const tableLimits = { columns: 12, rows: 100 } as const;

/** Whether every cell of a row is blank. */
export const isBlankRow = (one: TableRowNode): boolean => one.content.every((cell) => (cell.content[0]?.content ?? []).every((node) => node.text.trim() === ""));

/** The table without the blank rows at its end; the row that names the columns stays. */
export function withoutTrailingRows(node: TableNode): TableNode {
  const last = Math.max(0, node.content.findLastIndex((one) => !isBlankRow(one)));
  return last === node.content.length - 1 ? node : { ...node, content: node.content.slice(0, last + 1) };
}

const onlyOwnAttributes = { colspan: { default: 1, rendered: false, parseHTML: () => 1 }, rowspan: { default: 1, rendered: false, parseHTML: () => 1 }, colwidth: { default: null, rendered: false, parseHTML: () => null } };

export const tableWords = {
  caption: { label: "Caption", limit: 300, stands: "before", isText: true },
  note: { label: "Note under the table", limit: 300, stands: "behind", isText: false },
} satisfies Record<string, LineOfWords>;

export const table = {
  name: "table",
  label: "Table",
  tiptap: [
    Table.extend({
      // Two browsers that both mend what a colleague's change left uneven make it uneven again, and so on. The server evens it, once.
      addProseMirrorPlugins() {
        const plugins = this.parent?.() ?? [];
        for (const { spec } of plugins) {
          const mend = spec.appendTransaction;
          if (mend) spec.appendTransaction = (...change) => (change[0].some(isFromOthers) ? null : mend(...change));
        }
        return plugins;
      },
      addAttributes: () => ({ caption: dataAttribute("caption", "", asText), note: dataAttribute("note", "", asText) }),
    }).configure({ resizable: false, cellMinWidth: 0, renderWrapper: false, View: null }),
    TableRow,
    TableHeader.extend({ content: "paragraph", addAttributes: () => onlyOwnAttributes }),
    TableCell.extend({ content: "paragraph", addAttributes: () => onlyOwnAttributes }),
  ],
  words: tableWords,
  text: (node: TableNode) => [node.attrs?.caption ?? "", ...node.content.map((one) => one.content.map((cell) => paragraph.text(cell.content[0] ?? { type: "paragraph" })).join("\t"))].filter(Boolean).join("\n"),
};
