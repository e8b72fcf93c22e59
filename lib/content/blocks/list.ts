import { BulletList } from "@tiptap/extension-list/bullet-list";
import { ListItem } from "@tiptap/extension-list/item";
import { OrderedList } from "@tiptap/extension-list/ordered-list";
import { paragraph } from "@/lib/content/blocks/paragraph";
import { liftItems } from "@/lib/content/lift-items";
import type { ListNode } from "@/lib/content/stored/list";

/** Lists within lists within a list, and no further. */
export const deepestList = 3;

function textOfList(node: ListNode): string {
  return node.content.map(({ content: [first, inner] }) => [paragraph.text(first), inner ? textOfList(inner) : ""].filter(Boolean).join("\n")).join("\n");
}

export const list = {
  name: "list",
  label: "List",
  tiptap: [
    BulletList,
    // Only the start number is ours; list styles belong to the paper's type, not to a story.
    OrderedList.extend({
      addAttributes: () => ({
        start: { default: 1, parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute("start") ?? "1", 10) || 1 },
      }),
    }),
    ListItem.extend({
      content: "paragraph (bulletList | orderedList)?",
      // By whatever key, button or command of a library.
      addCommands: () => ({
        liftListItem:
          () =>
          ({ state, dispatch }) =>
            liftItems(state, dispatch),
      }),
    }),
  ],
  text: textOfList,
};
