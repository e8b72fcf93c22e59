import { z } from "zod";
import { relatedCardLayouts, relatedCardWords } from "@/lib/content/blocks/related-card";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const relatedCardNode = z.strictObject({
  type: z.literal("relatedCard"),
  attrs: z.strictObject({ id: blockId, story: z.uuid(), label: attributeText(relatedCardWords.label.limit).nullish(), layout: z.enum(relatedCardLayouts).nullish() }),
});
export type RelatedCardNode = z.infer<typeof relatedCardNode>;
