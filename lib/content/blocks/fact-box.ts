import { mergeAttributes, Node } from "@tiptap/core";
import { asFlag, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { figure } from "@/lib/content/blocks/figure";
import { textOfInline } from "@/lib/content/blocks/inline";
import { list } from "@/lib/content/blocks/list";
import { paragraph } from "@/lib/content/blocks/paragraph";
import type { FactBoxNode, InsideFactBox } from "@/lib/content/stored/fact-box";

/** What a box is: figures, a course of events, a person, or questions with answers. */
export const factBoxTones = ["fact", "timeline", "profile", "qa"] as const;
export type FactBoxTone = (typeof factBoxTones)[number];
export const factBoxToneNames = { fact: "Facts", timeline: "Timeline", profile: "Profile", qa: "Questions and answers" } satisfies Record<FactBoxTone, string>;

function textInside(node: InsideFactBox): string {
  switch (node.type) {
    case "paragraph":
      return paragraph.text(node);
    case "figure":
      return figure.text(node);
    case "bulletList":
    case "orderedList":
      return list.text(node);
  }
}

export const factBox = {
  name: "factBox",
  label: "Fact box",
  tiptap: [
    Node.create({
      name: "boxTitle",
      content: "text*",
      marks: "em note",
      defining: true,
      parseHTML: () => [{ tag: "p[data-box-title]", priority: 60 }],
      renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes, { "data-box-title": "" }), 0],
    }),
    Node.create({
      name: "factBox",
      group: "block",
      content: "boxTitle (paragraph | bulletList | orderedList | figure)+",
      isolating: true,
      defining: true,
      addAttributes: () => ({ tone: dataAttribute("tone", "fact", oneOf(factBoxTones)), collapsed: dataAttribute("collapsed", false, asFlag) }),
      parseHTML: () => [{ tag: "aside[data-fact-box]" }],
      renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-fact-box": "" }), 0],
    }),
  ],
  text: (node: FactBoxNode) => {
    const [title, ...rest] = node.content;
    return [textOfInline(title.content), ...rest.map(textInside)].filter(Boolean).join("\n");
  },
};
