import { z } from "zod";
import { blockquoteWords } from "@/lib/content/blocks/blockquote";
import { safeHref } from "@/lib/content/links";
import { attributeText, blockId } from "@/lib/content/stored/inline";
import { paragraphNode } from "@/lib/content/stored/paragraph";

const address = z.string().max(2000).refine((href) => safeHref(href) !== null, "A link may lead to http, https, mailto or tel.");

export const blockquoteNode = z.strictObject({
  type: z.literal("blockquote"),
  attrs: z.strictObject({ id: blockId, source: attributeText(blockquoteWords.source.limit).nullish(), sourceUrl: address.nullish() }).optional(),
  content: z.array(paragraphNode).min(1),
});
export type BlockquoteNode = z.infer<typeof blockquoteNode>;
