import * as z from "zod/mini";
import { galleryLayouts, galleryPictures, galleryWords } from "@/lib/content/blocks/gallery";
import { figureNode } from "@/lib/content/stored/figure";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const galleryNode = z.strictObject({
  type: z.literal("gallery"),
  attrs: z.optional(z.strictObject({ id: blockId, title: z.nullish(attributeText(galleryWords.title.limit)), layout: z.nullish(z.enum(galleryLayouts)) })),
  /** Fewer than two are kept while somebody is still adding; the checks stop their publication. */
  content: z.array(figureNode).check(z.minLength(1), z.maxLength(galleryPictures.most)),
});
export type GalleryNode = z.infer<typeof galleryNode>;
