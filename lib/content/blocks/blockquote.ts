import Blockquote from "@tiptap/extension-blockquote";
import { z } from "zod";
import { attributeText, blockId } from "@/lib/content/blocks/inline";
import { paragraph, paragraphNode } from "@/lib/content/blocks/paragraph";
import { safeHref } from "@/lib/content/links";

const address = z.string().max(2000).refine((href) => safeHref(href) !== null, "A link may lead to http, https, mailto or tel.");

export const blockquoteNode = z.strictObject({
  type: z.literal("blockquote"),
  attrs: z.strictObject({ id: blockId, source: attributeText(300).nullish(), sourceUrl: address.nullish() }).optional(),
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
        sourceUrl: {
          default: null,
          parseHTML: (element: HTMLElement) => safeHref(element.getAttribute("cite") ?? ""),
          renderHTML: ({ sourceUrl }: { sourceUrl?: string | null }) => (sourceUrl ? { cite: sourceUrl } : {}),
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
