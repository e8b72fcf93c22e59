import { z } from "zod";
import { tableLimits, tableWords } from "@/lib/content/blocks/table";
import { attributeText, blockId } from "@/lib/content/stored/inline";
import { paragraphNode } from "@/lib/content/stored/paragraph";

// Cells are never joined: such a table cannot be read aloud, nor on a phone.
const cellAttributes = z.strictObject({ id: blockId, colspan: z.literal(1).optional(), rowspan: z.literal(1).optional(), colwidth: z.null().optional() }).optional();
const cellContent = z.array(paragraphNode).length(1);
const headerCell = z.strictObject({ type: z.literal("tableHeader"), attrs: cellAttributes, content: cellContent });
const dataCell = z.strictObject({ type: z.literal("tableCell"), attrs: cellAttributes, content: cellContent });
const row = z.strictObject({ type: z.literal("tableRow"), attrs: z.strictObject({ id: blockId }).optional(), content: z.array(z.union([headerCell, dataCell])).min(1).max(tableLimits.columns) });

export const tableNode = z.strictObject({
  type: z.literal("table"),
  attrs: z.strictObject({ id: blockId, caption: attributeText(tableWords.caption.limit).nullish(), note: attributeText(tableWords.note.limit).nullish() }).optional(),
  content: z.array(row).min(1).max(tableLimits.rows),
});
export type TableNode = z.infer<typeof tableNode>;
export type TableRowNode = z.infer<typeof row>;
