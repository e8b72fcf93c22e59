import * as z from "zod/mini";
import { headingMarks } from "@/lib/content/migrate-body";
import { blockId, inline } from "@/lib/content/stored/inline";

export const headingNode = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inline.check(z.refine((content) => (content ?? []).every((node) => (node.marks ?? []).every((mark) => (headingMarks as readonly string[]).includes(mark.type))), "A heading takes emphasis, links and foreign words.")),
});
export type HeadingNode = z.infer<typeof headingNode>;
