import * as z from "zod/mini";
import { deepestList } from "@/lib/content/blocks/list";
import { blockId } from "@/lib/content/stored/inline";
import { paragraphNode, type ParagraphNode } from "@/lib/content/stored/paragraph";

export type ListItemNode = { type: "listItem"; attrs?: { id?: string | null }; content: [ParagraphNode, ...(BulletListNode | OrderedListNode)[]] };
export type BulletListNode = { type: "bulletList"; attrs?: { id?: string | null }; content: ListItemNode[] };
export type OrderedListNode = { type: "orderedList"; attrs?: { id?: string | null; start?: number }; content: ListItemNode[] };

const listAt = (depth: number): z.ZodMiniType<BulletListNode | OrderedListNode> => {
  const inner: z.ZodMiniType<ListItemNode["content"]> = depth < deepestList ? z.tuple([paragraphNode], listAt(depth + 1)) : z.tuple([paragraphNode]);
  const item: z.ZodMiniType<ListItemNode> = z.strictObject({
    type: z.literal("listItem"),
    attrs: z.optional(z.strictObject({ id: blockId })),
    content: inner.check(z.refine((content) => content.length <= 2, "A list item holds one paragraph and at most one list.")),
  });
  return z.union([
    z.strictObject({ type: z.literal("bulletList"), attrs: z.optional(z.strictObject({ id: blockId })), content: z.array(item).check(z.minLength(1)) }),
    z.strictObject({
      type: z.literal("orderedList"),
      attrs: z.optional(z.strictObject({ id: blockId, start: z.optional(z.int().check(z.minimum(0), z.maximum(9999))) })),
      content: z.array(item).check(z.minLength(1)),
    }),
  ]);
};

export const listNode = listAt(1);
export type ListNode = BulletListNode | OrderedListNode;
