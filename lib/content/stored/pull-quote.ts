import * as z from "zod/mini";
import { pullQuoteRoles, pullQuoteWords } from "@/lib/content/blocks/pull-quote";
import { attributeText, blockId, inline } from "@/lib/content/stored/inline";

export const pullQuoteNode = z.strictObject({
  type: z.literal("pullQuote"),
  attrs: z.optional(
    z.strictObject({
      id: blockId,
      attribution: z.nullish(attributeText(pullQuoteWords.attribution.limit)),
      role: z.nullish(z.enum(pullQuoteRoles)),
      /** The block whose sentence it repeats. */
      fromBlockId: blockId,
    }),
  ),
  content: inline,
});
export type PullQuoteNode = z.infer<typeof pullQuoteNode>;
