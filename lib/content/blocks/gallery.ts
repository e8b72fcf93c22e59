import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { figure, figureNode } from "@/lib/content/blocks/figure";
import { attributeText, blockId } from "@/lib/content/blocks/inline";

/** Side by side, or one large picture after the other. */
export const galleryLayouts = ["grid", "sequence"] as const;
export const galleryPictures = { least: 2, most: 50 } as const;

export const galleryNode = z.strictObject({
  type: z.literal("gallery"),
  attrs: z.strictObject({ id: blockId, title: attributeText(200).nullish(), layout: z.enum(galleryLayouts).nullish() }).optional(),
  /** Fewer than two are kept while somebody is still adding; the checks stop their publication. */
  content: z.array(figureNode).min(1).max(galleryPictures.most),
});
export type GalleryNode = z.infer<typeof galleryNode>;

export const gallery = {
  name: "gallery",
  label: "Gallery",
  node: galleryNode,
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
  text: (node: GalleryNode) => [node.attrs?.title ?? "", ...node.content.map(figure.text)].filter(Boolean).join("\n"),
  example: {
    type: "gallery",
    attrs: { title: "Lower Quay by night", layout: "grid" },
    content: [figure.example, { ...figure.example, attrs: { ...figure.example.attrs, alt: "The same quay with nobody on it", role: "inline" } }],
  } satisfies GalleryNode,
};
