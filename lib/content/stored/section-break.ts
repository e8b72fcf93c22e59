import * as z from "zod/mini";
import { blockId } from "@/lib/content/stored/inline";

export const sectionBreakNode = z.strictObject({ type: z.literal("sectionBreak"), attrs: z.optional(z.strictObject({ id: blockId })) });
export type SectionBreakNode = z.infer<typeof sectionBreakNode>;
