import { mergeAttributes, Node } from "@tiptap/core";
import { asFlag, asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { textOfInline } from "@/lib/content/blocks/inline";
import { readCropBox, readFocalPoint } from "@/lib/content/blocks/picture-part";
import type { LineOfWords } from "@/lib/content/blocks/words";
import type { CropBox, FigureNode, FocalPoint } from "@/lib/content/stored/figure";

/** How much room a picture takes: the measure, beyond it, the whole page, or upright beside the text. */
export const figureRoles = ["inline", "wide", "full", "portrait"] as const;
export type FigureRole = (typeof figureRoles)[number];

export const figureWords = {
  alt: { label: "Alt text", limit: 600, stands: "before", isText: false, unless: "decorative" },
  credit: { label: "Credit", limit: 200, stands: "behind", isText: false },
} satisfies Record<string, LineOfWords>;

export const figure = {
  name: "figure",
  label: "Picture",
  tiptap: [
    Node.create({
      name: "figure",
      group: "block",
      content: "text*",
      marks: "strong em link lang subscript superscript note",
      isolating: true,
      draggable: true,
      addAttributes: () => ({
        assetId: dataAttribute("assetId", "", asText),
        alt: dataAttribute("alt", "", asText),
        decorative: dataAttribute("decorative", false, asFlag),
        credit: dataAttribute("credit", "", asText),
        role: dataAttribute("role", "inline", oneOf(figureRoles)),
        focal: dataAttribute<FocalPoint | null>("focal", null, readFocalPoint),
        crop: dataAttribute<CropBox | null>("crop", null, readCropBox),
      }),
      parseHTML: () => [{ tag: "figure[data-asset-id]", contentElement: (element: HTMLElement) => element.querySelector<HTMLElement>("figcaption") ?? element }],
      renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), ["figcaption", 0]],
    }),
  ],
  words: figureWords,
  text: (node: FigureNode) => textOfInline(node.content),
};
