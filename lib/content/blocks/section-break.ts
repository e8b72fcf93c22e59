import { Node } from "@tiptap/core";
import type { SectionBreakNode } from "@/lib/content/stored/section-break";

export const sectionBreak = {
  name: "sectionBreak",
  label: "Section break",
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
};
