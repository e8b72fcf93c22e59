import type { Node } from "@tiptap/pm/model";
import { uncounted } from "@/lib/content/to-text";
import { countWords } from "@/lib/kernel/text";

/** The words of the story as the paper counts them: what is in the stash, and what only repeats others' words, is none of them. */
export function wordsOf(doc: Node): number {
  const counted = doc.children.filter((block) => !uncounted.has(block.type.name));
  return counted.reduce((words, block) => words + countWords(block.textBetween(0, block.content.size, "\n", " ")), 0);
}
