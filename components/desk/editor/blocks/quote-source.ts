import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { bareWords } from "@/lib/content/bare-words";

/** A stretch of the story's text. */
type Stretch = { from: number; to: number };

/** The words of a pull quote where they stand in the text: in the block that it was made from, else in the first that says them; null where none does any more. */
export function sourceOf(doc: Node, quote: Node): Stretch | null {
  const words = quote.textContent.trim();
  if (words === "") return null;
  const made = quote.attrs.fromBlockId ? findBlock(doc, quote.attrs.fromBlockId) : null;
  return (made && wordsWithin(made.node, made.at, words)) ?? wordsWithin(doc, -1, words);
}

/** `at` is where the node begins; a document has nothing before its content. */
function wordsWithin(node: Node, at: number, words: string): Stretch | null {
  let found: Stretch | null = null;
  const look = (text: Node, place: number) => {
    if (found || text.type.name === "pullQuote") return false;
    if (!text.isTextblock) return true;
    const exact = text.textContent.indexOf(words);
    if (exact !== -1) found = { from: place + 1 + exact, to: place + 1 + exact + words.length };
    // With other quotation marks or spaces the sentence is somewhere in it.
    else if (bareWords(text.textContent).includes(bareWords(words))) found = { from: place + 1, to: place + 1 + text.content.size };
    return false;
  };
  if (node.isTextblock) look(node, at);
  else node.descendants((child, offset) => look(child, at + 1 + offset));
  return found;
}

/** Chooses the words that a pull quote was made from; null where they do not stand in the text any more. */
export function sourceChosen(transaction: Transaction, quote: Node): Transaction | null {
  const found = sourceOf(transaction.doc, quote);
  return found && transaction.setSelection(TextSelection.create(transaction.doc, found.from, found.to)).scrollIntoView();
}
