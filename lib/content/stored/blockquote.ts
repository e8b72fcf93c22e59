import * as z from "zod/mini";
import { blockquoteWords } from "@/lib/content/blocks/blockquote";
import { safeHref } from "@/lib/content/links";
import { attributeText, blockId } from "@/lib/content/stored/inline";
import { paragraphNode } from "@/lib/content/stored/paragraph";

const address = z.string().check(z.maxLength(2000), z.refine((href) => safeHref(href) !== null, "A link may lead to http, https, mailto or tel."));

export const blockquoteNode = z.strictObject({
  type: z.literal("blockquote"),
  attrs: z.optional(z.strictObject({ id: blockId, source: z.nullish(attributeText(blockquoteWords.source.limit)), sourceUrl: z.nullish(address) })),
  content: z.array(paragraphNode).check(z.minLength(1)),
});
export type BlockquoteNode = z.infer<typeof blockquoteNode>;
