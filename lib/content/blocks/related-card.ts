import { mergeAttributes, Node } from "@tiptap/core";
import { asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import type { LineOfWords } from "@/lib/content/blocks/words";
import type { RelatedCardNode } from "@/lib/content/stored/related-card";

export const relatedCardLayouts = ["line", "card"] as const;

export const relatedCardWords = {
  label: { label: "Instead of its headline", limit: 200, stands: "before", isText: true },
} satisfies Record<string, LineOfWords>;

export const relatedCard = {
  name: "relatedCard",
  label: "Related story",
  tiptap: [
    Node.create({
      name: "relatedCard",
      group: "block",
      atom: true,
      draggable: true,
      addAttributes: () => ({ story: dataAttribute("story", "", asText), label: dataAttribute("label", "", asText), layout: dataAttribute("layout", "line", oneOf(relatedCardLayouts)) }),
      parseHTML: () => [{ tag: "div[data-related-card]" }],
      renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-related-card": "" })],
    }),
  ],
  words: relatedCardWords,
  text: (node: RelatedCardNode) => node.attrs.label ?? "",
};
