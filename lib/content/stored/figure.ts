import * as z from "zod/mini";
import { figureRoles, figureWords } from "@/lib/content/blocks/figure";
import { isWithinPicture } from "@/lib/content/blocks/picture-part";
import { attributeText, blockId, inline } from "@/lib/content/stored/inline";

const share = z.number().check(z.minimum(0), z.maximum(1));
/** The point that every crop keeps in sight, and the part that is shown at all; in shares of width and height. */
export const focalPoint = z.strictObject({ x: share, y: share });
export const cropBox = z.strictObject({ x: share, y: share, width: share, height: share }).check(z.refine(isWithinPicture, "The crop lies outside the picture."));
export type FocalPoint = z.infer<typeof focalPoint>;
export type CropBox = z.infer<typeof cropBox>;

export const figureNode = z.strictObject({
  type: z.literal("figure"),
  attrs: z.strictObject({
    id: blockId,
    assetId: z.uuid(),
    alt: z.nullish(attributeText(figureWords.alt.limit)),
    /** It only adorns: readers who do not see it miss nothing. */
    decorative: z.nullish(z.boolean()),
    /** Instead of the credit that the picture itself has. */
    credit: z.nullish(attributeText(figureWords.credit.limit)),
    role: z.nullish(z.enum(figureRoles)),
    focal: z.nullish(focalPoint),
    crop: z.nullish(cropBox),
  }),
  /** The caption. */
  content: inline,
});
export type FigureNode = z.infer<typeof figureNode>;
