import Paragraph from "@tiptap/extension-paragraph";
import { textOfInline } from "@/lib/content/blocks/inline";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";

/** `intro` opens a story in larger type, `dateline` is a place that stands on a line of its own. */
export const paragraphStyles = ["intro", "dateline"] as const;

/** Said where a paragraph is asked for: a block keeps its attributes otherwise, and an opening would stay one. */
export const plainParagraph = { style: null } as const;

export const paragraph = {
  name: "paragraph",
  label: "Paragraph",
  tiptap: [
    Paragraph.extend({
      // Its own key would leave an opening an opening; the editor has a better one.
      addKeyboardShortcuts: () => ({}),
      addAttributes: () => ({
        style: {
          default: null,
          // An opening, and the line of a place, are one paragraph: the next is plain again.
          keepOnSplit: false,
          parseHTML: (element: HTMLElement) => paragraphStyles.find((style) => style === element.getAttribute("data-style")) ?? null,
          renderHTML: ({ style }: { style?: string | null }) => (style ? { "data-style": style } : {}),
        },
      }),
    }),
  ],
  text: (node: ParagraphNode) => textOfInline(node.content),
};
