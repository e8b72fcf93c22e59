import { blocks } from "@/lib/content/blocks/registry";
import type { Block, StoredDocument } from "@/lib/content/document";
import { countWords } from "@/lib/kernel/text";

/** The plain text of one block. */
export function textOfBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return blocks.paragraph.text(block);
    case "heading":
      return blocks.heading.text(block);
    case "bulletList":
    case "orderedList":
      return blocks.list.text(block);
    case "blockquote":
      return blocks.blockquote.text(block);
    case "pullQuote":
      return blocks.pullQuote.text(block);
    case "figure":
      return blocks.figure.text(block);
    case "gallery":
      return blocks.gallery.text(block);
    case "factBox":
      return blocks.factBox.text(block);
    case "table":
      return blocks.table.text(block);
    case "embed":
      return blocks.embed.text(block);
    case "relatedCard":
      return blocks.relatedCard.text(block);
    case "correctionNote":
      return blocks.correctionNote.text(block);
    case "sectionBreak":
      return blocks.sectionBreak.text(block);
    case "stash":
      return blocks.stash.text(block);
  }
}

/** A body as readers may read it, as plain text: blocks apart by a blank line. For search, feeds and counts. */
export function bodyText(body: StoredDocument): string {
  return body.content.filter((block) => block.type !== "stash").map(textOfBlock).filter(Boolean).join("\n\n");
}

/** What is read on and on: the paragraphs, lists, quotations and boxes of a body, without headings, captions, tables and whatever stands beside them. */
export function runningText(body: StoredDocument): string {
  return body.content.filter(({ type }) => running.has(type)).map(textOfBlock).filter(Boolean).join("\n\n");
}

const running: ReadonlySet<string> = new Set<Block["type"]>(["paragraph", "bulletList", "orderedList", "blockquote", "factBox"]);

/** What does not count as words of the story: pull quotes repeat it, cards and embeds are others', the stash is nobody's. */
export const uncounted: ReadonlySet<string> = new Set<Block["type"]>(["pullQuote", "relatedCard", "embed", "stash"]);

/** Words a reader reads. */
export function bodyWords(body: StoredDocument): number {
  return body.content.reduce((words, block) => words + (uncounted.has(block.type) ? 0 : countWords(textOfBlock(block))), 0);
}
