import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { asFlag, asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { attributeText, blockId, inline, textOfInline } from "@/lib/content/blocks/inline";

/** How much room a picture takes: the measure, beyond it, the whole page, or upright beside the text. */
export const figureRoles = ["inline", "wide", "full", "portrait"] as const;
export type FigureRole = (typeof figureRoles)[number];

const share = z.number().min(0).max(1);
/** The point that every crop keeps in sight, and the part that is shown at all; in shares of width and height. */
export const focalPoint = z.strictObject({ x: share, y: share });
export const cropBox = z.strictObject({ x: share, y: share, width: share, height: share }).refine((box) => box.x + box.width <= 1.0001 && box.y + box.height <= 1.0001 && box.width >= 0.1 && box.height >= 0.1, "The crop lies outside the picture.");
export type FocalPoint = z.infer<typeof focalPoint>;
export type CropBox = z.infer<typeof cropBox>;

export const figureNode = z.strictObject({
  type: z.literal("figure"),
  attrs: z.strictObject({
    id: blockId,
    assetId: z.uuid(),
    alt: attributeText(600).nullish(),
    /** It only adorns: readers who do not see it miss nothing. */
    decorative: z.boolean().nullish(),
    /** Instead of the credit that the picture itself has. */
    credit: attributeText(200).nullish(),
    role: z.enum(figureRoles).nullish(),
    focal: focalPoint.nullish(),
    crop: cropBox.nullish(),
  }),
  /** The caption. */
  content: inline,
});
export type FigureNode = z.infer<typeof figureNode>;

const parsed =
  <Value>(schema: z.ZodType<Value>) =>
  (text: string): Value | null => {
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      // Not ours: the picture is shown whole.
      return null;
    }
  };

export const figure = {
  name: "figure",
  label: "Picture",
  node: figureNode,
  tiptap: [
    Node.create({
      name: "figure",
      group: "block",
      content: "text*",
      marks: "strong em link lang subscript superscript",
      isolating: true,
      draggable: true,
      addAttributes: () => ({
        assetId: dataAttribute("assetId", "", asText),
        alt: dataAttribute("alt", "", asText),
        decorative: dataAttribute("decorative", false, asFlag),
        credit: dataAttribute("credit", "", asText),
        role: dataAttribute("role", "inline", oneOf(figureRoles)),
        focal: dataAttribute<FocalPoint | null>("focal", null, parsed(focalPoint)),
        crop: dataAttribute<CropBox | null>("crop", null, parsed(cropBox)),
      }),
      parseHTML: () => [{ tag: "figure[data-asset-id]", contentElement: (element: HTMLElement) => element.querySelector<HTMLElement>("figcaption") ?? element }],
      renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), ["figcaption", 0]],
    }),
  ],
  text: (node: FigureNode) => textOfInline(node.content),
  example: {
    type: "figure",
    attrs: { assetId: "0190b5a0-0000-7000-8000-00000000f001", alt: "A lit ferry crosses dark water under a full moon", credit: "Illustration: Halyard Graphics", role: "wide", focal: { x: 0.5, y: 0.4 } },
    content: [{ type: "text", text: "The 23:40 leaves Lower Quay for Skerry." }],
  } satisfies FigureNode,
};
