import Blockquote from "@tiptap/extension-blockquote";
import { paragraph } from "@/lib/content/blocks/paragraph";
import type { LineOfWords } from "@/lib/content/blocks/words";
import { safeHref } from "@/lib/content/links";
import type { BlockquoteNode } from "@/lib/content/stored/blockquote";

export const blockquoteWords = {
  source: { label: "Source of the quotation", limit: 300, stands: "behind", isText: true },
} satisfies Record<string, LineOfWords>;

/** Whether an address may stand as that of a quotation's source: one of the web that the store takes too. */
export const isSourceAddress = (address: string): boolean => /^https?:/i.test(safeHref(address) ?? "");

export const blockquote = {
  name: "blockquote",
  label: "Quotation",
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
  words: blockquoteWords,
  text: (node: BlockquoteNode) => [...node.content.map(paragraph.text), node.attrs?.source ?? ""].filter(Boolean).join("\n"),
};
