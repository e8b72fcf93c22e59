import { z } from "zod";
import { blockId } from "@/lib/content/stored/inline";

export const sectionBreakNode = z.strictObject({ type: z.literal("sectionBreak"), attrs: z.strictObject({ id: blockId }).optional() });
export type SectionBreakNode = z.infer<typeof sectionBreakNode>;
