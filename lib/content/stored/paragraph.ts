import { z } from "zod";
import { paragraphStyles } from "@/lib/content/blocks/paragraph";
import { blockId, inline } from "@/lib/content/stored/inline";

export const paragraphNode = z.strictObject({ type: z.literal("paragraph"), attrs: z.strictObject({ id: blockId, style: z.enum(paragraphStyles).nullish() }).optional(), content: inline });
export type ParagraphNode = z.infer<typeof paragraphNode>;
