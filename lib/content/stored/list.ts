import { z } from "zod";
import { deepestList } from "@/lib/content/blocks/list";
import { blockId } from "@/lib/content/stored/inline";
import { paragraphNode, type ParagraphNode } from "@/lib/content/stored/paragraph";

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
