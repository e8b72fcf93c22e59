import { z } from "zod";
import { pullQuoteRoles, pullQuoteWords } from "@/lib/content/blocks/pull-quote";
import { attributeText, blockId, inline } from "@/lib/content/stored/inline";

export const pullQuoteNode = z.strictObject({
  type: z.literal("pullQuote"),
  attrs: z
    .strictObject({
      id: blockId,
      attribution: attributeText(pullQuoteWords.attribution.limit).nullish(),
      role: z.enum(pullQuoteRoles).nullish(),
      /** The block whose sentence it repeats. */
      fromBlockId: blockId,
    })
    .optional(),
  content: inline,
});
export type PullQuoteNode = z.infer<typeof pullQuoteNode>;
