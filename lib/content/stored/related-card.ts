import { z } from "zod";
import { relatedCardLayouts } from "@/lib/content/blocks/related-card";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const relatedCardNode = z.strictObject({
  type: z.literal("relatedCard"),
  attrs: z.strictObject({ id: blockId, story: z.uuid(), label: attributeText(200).nullish(), layout: z.enum(relatedCardLayouts).nullish() }),
});
export type RelatedCardNode = z.infer<typeof relatedCardNode>;
