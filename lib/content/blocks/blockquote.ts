import Blockquote from "@tiptap/extension-blockquote";
import { z } from "zod";
import { blockId } from "@/lib/content/blocks/inline";
import { paragraph, paragraphNode } from "@/lib/content/blocks/paragraph";
import { isPlainText } from "@/lib/kernel/text";

export const blockquoteNode = z.strictObject({
  type: z.literal("blockquote"),
  attrs: z.strictObject({ id: blockId, source: z.string().max(300).refine(isPlainText).nullish() }).optional(),
  content: z.array(paragraphNode).min(1),
});
export type BlockquoteNode = z.infer<typeof blockquoteNode>;

export const blockquote = {
  name: "blockquote",
  label: "Quotation",
  node: blockquoteNode,
  tiptap: [
    Blockquote.extend({
      content: "paragraph+",
      addAttributes: () => ({
        source: {
          default: null,
          parseHTML: (element: HTMLElement) => element.getAttribute("data-source"),
          renderHTML: ({ source }: { source?: string | null }) => (source ? { "data-source": source } : {}),
        },
      }),
    }),
  ],
  text: (node: BlockquoteNode) => [...node.content.map(paragraph.text), node.attrs?.source ?? ""].filter(Boolean).join("\n"),
  example: {
    type: "blockquote",
    attrs: { source: "From the mate’s log, winter 2025" },
    content: [{ type: "paragraph", content: [{ type: "text", text: "Two midwives. A man with a wedding cake." }] }],
  } satisfies BlockquoteNode,
};
