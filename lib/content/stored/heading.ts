import { z } from "zod";
import { blockId, inline } from "@/lib/content/stored/inline";

export const headingNode = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inline,
});
export type HeadingNode = z.infer<typeof headingNode>;
