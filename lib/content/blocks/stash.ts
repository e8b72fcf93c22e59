import { mergeAttributes, Node } from "@tiptap/core";
import { blockquote } from "@/lib/content/blocks/blockquote";
import { heading } from "@/lib/content/blocks/heading";
import { list } from "@/lib/content/blocks/list";
import { paragraph } from "@/lib/content/blocks/paragraph";
import type { BlockquoteNode } from "@/lib/content/stored/blockquote";
import type { HeadingNode } from "@/lib/content/stored/heading";
import type { ListNode } from "@/lib/content/stored/list";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { StashNode } from "@/lib/content/stored/stash";

function textInside(node: ParagraphNode | HeadingNode | ListNode | BlockquoteNode): string {
  switch (node.type) {
    case "paragraph":
      return paragraph.text(node);
    case "heading":
      return heading.text(node);
    case "blockquote":
      return blockquote.text(node);
    case "bulletList":
    case "orderedList":
      return list.text(node);
  }
}

export const stash = {
  name: "stash",
  label: "Stash",
  tiptap: [
    Node.create({
      name: "stash",
      group: "block",
      content: "(paragraph | heading | bulletList | orderedList | blockquote)+",
      isolating: true,
      defining: true,
      parseHTML: () => [{ tag: "div[data-stash]" }],
      renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { "data-stash": "" }), 0],
    }),
  ],
  text: (node: StashNode) => node.content.map(textInside).join("\n"),
};
