import { mergeAttributes, Node } from "@tiptap/core";
import { asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { figure } from "@/lib/content/blocks/figure";
import type { LineOfWords } from "@/lib/content/blocks/words";
import type { GalleryNode } from "@/lib/content/stored/gallery";

/** Side by side, or one large picture after the other. */
export const galleryLayouts = ["grid", "sequence"] as const;
export const galleryPictures = { least: 2, most: 50 } as const;

export const galleryWords = {
  title: { label: "Title", limit: 200, stands: "before", isText: true },
} satisfies Record<string, LineOfWords>;

export const gallery = {
  name: "gallery",
  label: "Gallery",
  tiptap: [
    Node.create({
      name: "gallery",
      group: "block",
      content: "figure+",
      isolating: true,
      addAttributes: () => ({ title: dataAttribute("title", "", asText), layout: dataAttribute("layout", "grid", oneOf(galleryLayouts)) }),
      parseHTML: () => [{ tag: "div[data-gallery]" }],
      renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-gallery": "" }), 0],
    }),
  ],
  words: galleryWords,
  text: (node: GalleryNode) => [node.attrs?.title ?? "", ...node.content.map(figure.text)].filter(Boolean).join("\n"),
};
