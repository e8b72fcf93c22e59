import { InputRule } from "@tiptap/core";
import Heading from "@tiptap/extension-heading";
import { textOfInline } from "@/lib/content/blocks/inline";
import { headingMarks } from "@/lib/content/migrate-body";
import type { HeadingNode } from "@/lib/content/stored/heading";

/** Level 1 is the headline, which is a field, never a block. */
export const headingLevels = [2, 3, 4] as const;

const isText = ({ state, range }: Parameters<InputRule["handler"]>[0]): boolean => ["paragraph", "heading", "pullQuote"].includes(state.doc.resolve(range.from).parent.type.name);

export const heading = {
  name: "heading",
  label: "Heading",
  tiptap: [
    Heading.extend({
      marks: [...headingMarks, "note"].join(" "),
      addInputRules() {
        // TipTap’s own would make a heading of a picture, where somebody types "## " in its caption.
        return (this.parent?.() ?? []).map((rule) => new InputRule({ find: rule.find, handler: (props) => (isText(props) ? rule.handler(props) : null) }));
      },
    }).configure({ levels: [...headingLevels] }),
  ],
  text: (node: HeadingNode) => textOfInline(node.content),
};
