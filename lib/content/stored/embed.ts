import * as z from "zod/mini";
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
    url: z.string().check(z.maxLength(2000), z.refine((url) => /^https:/.test(safeHref(url) ?? ""), "An embed needs an https address.")),
    role: z.nullish(z.enum(embedRoles)),
    /** What it shows or says, for those who do not load it. */
    alt: z.nullish(attributeText(embedWords.alt.limit)),
    /** The story makes no sense without it. */
    isRequired: z.nullish(z.boolean()),
  }),
});
export type EmbedNode = z.infer<typeof embedNode>;
