import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { type BlockquoteNode, blockquote, blockquoteNode } from "@/lib/content/blocks/blockquote";
import { type HeadingNode, heading, headingNode } from "@/lib/content/blocks/heading";
import { blockId } from "@/lib/content/blocks/inline";
import { type ListNode, list, listNode } from "@/lib/content/blocks/list";
import { type ParagraphNode, paragraph, paragraphNode } from "@/lib/content/blocks/paragraph";

/** Text that is kept beside the story and can never be published: no public form of a story has one. */
export const stashNode = z.strictObject({
  type: z.literal("stash"),
  attrs: z.strictObject({ id: blockId }).optional(),
  content: z.array(z.union([paragraphNode, headingNode, listNode, blockquoteNode])).min(1),
});
export type StashNode = z.infer<typeof stashNode>;

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
  node: stashNode,
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
  example: { type: "stash", content: [{ type: "paragraph", content: [{ type: "text", text: "Hallam’s number is in the drawer. Ask before using the name." }] }] } satisfies StashNode,
};
