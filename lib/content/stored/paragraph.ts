import * as z from "zod/mini";
import { paragraphStyles } from "@/lib/content/blocks/paragraph";
import { blockId, inline } from "@/lib/content/stored/inline";

export const paragraphNode = z.strictObject({ type: z.literal("paragraph"), attrs: z.optional(z.strictObject({ id: blockId, style: z.nullish(z.enum(paragraphStyles)) })), content: inline });
export type ParagraphNode = z.infer<typeof paragraphNode>;
