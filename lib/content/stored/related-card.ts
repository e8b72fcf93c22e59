import * as z from "zod/mini";
import { relatedCardLayouts, relatedCardWords } from "@/lib/content/blocks/related-card";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const relatedCardNode = z.strictObject({
  type: z.literal("relatedCard"),
  attrs: z.strictObject({ id: blockId, story: z.uuid(), label: z.nullish(attributeText(relatedCardWords.label.limit)), layout: z.nullish(z.enum(relatedCardLayouts)) }),
});
export type RelatedCardNode = z.infer<typeof relatedCardNode>;
