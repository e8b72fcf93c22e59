import { Node } from "@tiptap/core";
import { z } from "zod";
import { blockId } from "@/lib/content/blocks/inline";

export const sectionBreakNode = z.strictObject({ type: z.literal("sectionBreak"), attrs: z.strictObject({ id: blockId }).optional() });
export type SectionBreakNode = z.infer<typeof sectionBreakNode>;

export const sectionBreak = {
  name: "sectionBreak",
  label: "Section break",
  node: sectionBreakNode,
  tiptap: [
    Node.create({
      name: "sectionBreak",
      group: "block",
      atom: true,
      selectable: true,
      parseHTML: () => [{ tag: "hr" }],
      renderHTML: ({ HTMLAttributes }) => ["hr", HTMLAttributes],
    }),
  ],
  text: (_node: SectionBreakNode) => "",
  example: { type: "sectionBreak" } satisfies SectionBreakNode,
};
