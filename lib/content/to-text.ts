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
    case "sectionBreak":
      return blocks.sectionBreak.text(block);
  }
}

/** A body as plain text: blocks apart by a blank line. For search, feeds and counts. */
export function bodyText(body: StoredDocument): string {
  return body.content.map(textOfBlock).filter(Boolean).join("\n\n");
}

/** Words a reader reads: pull quotes repeat the text and do not count. */
export function bodyWords(body: StoredDocument): number {
  return body.content.reduce((words, block) => words + (block.type === "pullQuote" ? 0 : countWords(textOfBlock(block))), 0);
}
