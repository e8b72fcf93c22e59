import Paragraph from "@tiptap/extension-paragraph";
import { z } from "zod";
import { blockId, inline, textOfInline } from "@/lib/content/blocks/inline";

export const paragraphNode = z.strictObject({ type: z.literal("paragraph"), attrs: z.strictObject({ id: blockId }).optional(), content: inline });
export type ParagraphNode = z.infer<typeof paragraphNode>;

export const paragraph = {
  name: "paragraph",
  label: "Paragraph",
  node: paragraphNode,
  tiptap: [Paragraph],
  text: (node: ParagraphNode) => textOfInline(node.content),
  example: { type: "paragraph", content: [{ type: "text", text: "The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass." }] } satisfies ParagraphNode,
};
