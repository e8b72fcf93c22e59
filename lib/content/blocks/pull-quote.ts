import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { blockId, inline, textOfInline } from "@/lib/content/blocks/inline";
import { isPlainText } from "@/lib/kernel/text";

export const pullQuoteNode = z.strictObject({
  type: z.literal("pullQuote"),
  attrs: z.strictObject({ id: blockId, attribution: z.string().max(300).refine(isPlainText).nullish() }).optional(),
  content: inline,
});
export type PullQuoteNode = z.infer<typeof pullQuoteNode>;

export const pullQuote = {
  name: "pullQuote",
  label: "Pull quote",
  node: pullQuoteNode,
  tiptap: [
    Node.create({
      name: "pullQuote",
      group: "block",
      content: "inline*",
      defining: true,
      addAttributes: () => ({
        attribution: {
          default: null,
          parseHTML: (element: HTMLElement) => element.getAttribute("data-attribution"),
          renderHTML: ({ attribution }: { attribution?: string | null }) => (attribution ? { "data-attribution": attribution } : {}),
        },
      }),
      parseHTML: () => [{ tag: "aside[data-pull-quote]" }],
      renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-pull-quote": "", class: "pull" }), 0],
    }),
  ],
  text: (node: PullQuoteNode) => [textOfInline(node.content), node.attrs?.attribution ?? ""].filter(Boolean).join("\n"),
  example: {
    type: "pullQuote",
    attrs: { attribution: "Councillor Edda Brandt, Saltgate ward" },
    content: [{ type: "text", text: "A timetable is a promise the town makes to people it has not met." }],
  } satisfies PullQuoteNode,
};
