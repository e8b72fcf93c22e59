import { mergeAttributes, Node } from "@tiptap/core";
import { asText, dataAttribute } from "@/lib/content/blocks/attributes";
import { textOfInline } from "@/lib/content/blocks/inline";
import type { LineOfWords } from "@/lib/content/blocks/words";
import type { PullQuoteNode } from "@/lib/content/stored/pull-quote";

/** How loud it is: beside the text, within it, or as wide as the page. */
export const pullQuoteRoles = ["inline", "supporting", "showcase"] as const;

export const pullQuoteWords = {
  attribution: { label: "Who said it", limit: 300, stands: "behind", isText: true },
} satisfies Record<string, LineOfWords>;

export const pullQuote = {
  name: "pullQuote",
  label: "Pull quote",
  tiptap: [
    Node.create({
      name: "pullQuote",
      group: "block",
      content: "inline*",
      defining: true,
      addAttributes: () => ({
        attribution: {
          default: null,
          parseHTML: (element: HTMLElement) => element.getAttribute("data-attribution"),
          renderHTML: ({ attribution }: { attribution?: string | null }) => (attribution ? { "data-attribution": attribution } : {}),
        },
        role: {
          default: null,
          parseHTML: (element: HTMLElement) => pullQuoteRoles.find((role) => role === element.getAttribute("data-role")) ?? null,
          renderHTML: ({ role }: { role?: string | null }) => (role ? { "data-role": role } : {}),
        },
        fromBlockId: dataAttribute<string | null>("fromBlockId", null, asText),
      }),
      parseHTML: () => [{ tag: "aside[data-pull-quote]" }],
      renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-pull-quote": "", class: "pull" }), 0],
    }),
  ],
  words: pullQuoteWords,
  text: (node: PullQuoteNode) => [textOfInline(node.content), node.attrs?.attribution ?? ""].filter(Boolean).join("\n"),
};
