import Heading from "@tiptap/extension-heading";
import { z } from "zod";
import { blockId, inline, textOfInline } from "@/lib/content/blocks/inline";

/** Level 1 is the headline, which is a field, never a block. */
export const headingLevels = [2, 3, 4] as const;

export const headingNode = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inline,
});
export type HeadingNode = z.infer<typeof headingNode>;

export const heading = {
  name: "heading",
  label: "Heading",
  node: headingNode,
  tiptap: [Heading.configure({ levels: [...headingLevels] })],
  text: (node: HeadingNode) => textOfInline(node.content),
  example: { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A vote that crossed the aisle" }] } satisfies HeadingNode,
};
