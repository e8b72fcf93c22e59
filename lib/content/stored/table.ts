import * as z from "zod/mini";
import { tableLimits, tableWords } from "@/lib/content/blocks/table";
import { attributeText, blockId } from "@/lib/content/stored/inline";
import { paragraphNode } from "@/lib/content/stored/paragraph";

// Cells are never joined: such a table cannot be read aloud, nor on a phone.
const cellAttributes = z.optional(z.strictObject({ id: blockId, colspan: z.optional(z.literal(1)), rowspan: z.optional(z.literal(1)), colwidth: z.optional(z.null()) }));
const cellContent = z.array(paragraphNode).check(z.length(1));
const headerCell = z.strictObject({ type: z.literal("tableHeader"), attrs: cellAttributes, content: cellContent });
const dataCell = z.strictObject({ type: z.literal("tableCell"), attrs: cellAttributes, content: cellContent });
const row = z.strictObject({ type: z.literal("tableRow"), attrs: z.optional(z.strictObject({ id: blockId })), content: z.array(z.union([headerCell, dataCell])).check(z.minLength(1), z.maxLength(tableLimits.columns)) });

export const tableNode = z.strictObject({
  type: z.literal("table"),
  attrs: z.optional(z.strictObject({ id: blockId, caption: z.nullish(attributeText(tableWords.caption.limit)), note: z.nullish(attributeText(tableWords.note.limit)) })),
  content: z.array(row).check(z.minLength(1), z.maxLength(tableLimits.rows)),
});
export type TableNode = z.infer<typeof tableNode>;
export type TableRowNode = z.infer<typeof row>;
