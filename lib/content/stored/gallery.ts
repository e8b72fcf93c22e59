import { z } from "zod";
import { galleryLayouts, galleryPictures, galleryWords } from "@/lib/content/blocks/gallery";
import { figureNode } from "@/lib/content/stored/figure";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const galleryNode = z.strictObject({
  type: z.literal("gallery"),
  attrs: z.strictObject({ id: blockId, title: attributeText(galleryWords.title.limit).nullish(), layout: z.enum(galleryLayouts).nullish() }).optional(),
  /** Fewer than two are kept while somebody is still adding; the checks stop their publication. */
  content: z.array(figureNode).min(1).max(galleryPictures.most),
});
export type GalleryNode = z.infer<typeof galleryNode>;
