import { z } from "zod";
import { embedProviders, embedRoles, embedWords } from "@/lib/content/blocks/embed";
import { safeHref } from "@/lib/content/links";
import { attributeText, blockId } from "@/lib/content/stored/inline";

export const embedNode = z.strictObject({
  type: z.literal("embed"),
  attrs: z.strictObject({
    id: blockId,
    /** The snapshot: what stood there when it was embedded. */
    embedId: z.uuid(),
    provider: z.enum(embedProviders),
    url: z.string().max(2000).refine((url) => /^https:/.test(safeHref(url) ?? ""), "An embed needs an https address."),
    role: z.enum(embedRoles).nullish(),
    /** What it shows or says, for those who do not load it. */
    alt: attributeText(embedWords.alt.limit).nullish(),
    /** The story makes no sense without it. */
    isRequired: z.boolean().nullish(),
  }),
});
export type EmbedNode = z.infer<typeof embedNode>;
