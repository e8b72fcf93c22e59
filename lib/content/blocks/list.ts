import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { z } from "zod";
import { blockId } from "@/lib/content/blocks/inline";
import { type ParagraphNode, paragraph, paragraphNode } from "@/lib/content/blocks/paragraph";

/** Lists within lists within a list, and no further. */
export const deepestList = 3;

export type ListItemNode = { type: "listItem"; attrs?: { id?: string | null }; content: [ParagraphNode, ...(BulletListNode | OrderedListNode)[]] };
export type BulletListNode = { type: "bulletList"; attrs?: { id?: string | null }; content: ListItemNode[] };
export type OrderedListNode = { type: "orderedList"; attrs?: { id?: string | null; start?: number }; content: ListItemNode[] };

const listAt = (depth: number): z.ZodType<BulletListNode | OrderedListNode> => {
  const inner: z.ZodType<ListItemNode["content"]> = depth < deepestList ? z.tuple([paragraphNode], listAt(depth + 1)) : z.tuple([paragraphNode]);
  const item: z.ZodType<ListItemNode> = z.strictObject({
    type: z.literal("listItem"),
    attrs: z.strictObject({ id: blockId }).optional(),
    content: inner.refine((content) => content.length <= 2, "A list item holds one paragraph and at most one list."),
  });
  return z.union([
    z.strictObject({ type: z.literal("bulletList"), attrs: z.strictObject({ id: blockId }).optional(), content: z.array(item).min(1) }),
    z.strictObject({
      type: z.literal("orderedList"),
      attrs: z.strictObject({ id: blockId, start: z.number().int().min(0).max(9999).optional() }).optional(),
      content: z.array(item).min(1),
    }),
  ]);
};

export const listNode = listAt(1);
export type ListNode = BulletListNode | OrderedListNode;

function textOfList(node: ListNode): string {
  return node.content.map(({ content: [first, inner] }) => [paragraph.text(first), inner ? textOfList(inner) : ""].filter(Boolean).join("\n")).join("\n");
}

export const list = {
  name: "list",
  label: "List",
  node: listNode,
  tiptap: [
    BulletList,
    // Only the start number is ours; list styles belong to the paper's type, not to a story.
    OrderedList.extend({
      addAttributes: () => ({
        start: { default: 1, parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute("start") ?? "1", 10) || 1 },
      }),
    }),
    ListItem.extend({ content: "paragraph (bulletList | orderedList)?" }),
  ],
  text: textOfList,
  example: { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "Fares stay as they are." }] }] }] } satisfies ListNode,
};
