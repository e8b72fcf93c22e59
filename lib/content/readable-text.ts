import type { TextMark, TextNode } from "@/lib/content/stored/inline";

/** Marks that readers see. Others, such as those of notes, say nothing about the text and are not compared. */
const readableMarks: ReadonlySet<string> = new Set<TextMark["type"]>(["strong", "em", "subscript", "superscript", "link", "lang"]);

/** Invisible characters that mean nothing in any script; the joiners of Persian and of emoji do, and stay. */
const meaningless = /[\u200b\u2060\ufeff]/g;

/** The text with the marks that readers see, in one order, equal neighbours joined, without characters that mean nothing. */
export function readableText(content: readonly TextNode[] | undefined): TextNode[] {
  const nodes: TextNode[] = [];
  for (const { text, marks = [] } of content ?? []) {
    const words = text.replace(meaningless, "");
    if (words) join(nodes, textNode(words, marks.filter((mark) => readableMarks.has(mark.type)).sort((left, right) => (left.type < right.type ? -1 : 1))));
  }
  return nodes;
}

type Part = { text?: string; content?: Part[] };

/** A block without such characters in its text, and without the pieces of text that were nothing else; itself where it has none. */
export function withoutMeaningless<Whole extends object>(block: Whole): Whole {
  const { text, content } = block as Part;
  if (text !== undefined) {
    const words = text.replace(meaningless, "");
    return words === text ? block : { ...block, text: words };
  }
  if (!content) return block;
  const cleaned = content.map(withoutMeaningless);
  return cleaned.every((part, index) => part === content[index]) ? block : { ...block, content: cleaned.filter((part) => part.text !== "") };
}

/** A piece of text; without the list of marks where there are none. */
export const textNode = (text: string, marks: TextMark[] | undefined): TextNode => (marks && marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });

/** The same for marks that say the same. */
export const signature = (marks: readonly TextMark[] | undefined) => JSON.stringify((marks ?? []).map((mark) => ("attrs" in mark ? [mark.type, "href" in mark.attrs ? [mark.attrs.href, mark.attrs.story ?? null] : mark.attrs.code] : mark.type)));

/** Puts a piece of text behind others, as one with the last where the marks are the same. */
export function join(nodes: TextNode[], next: TextNode): void {
  const last = nodes.at(-1);
  if (last && signature(last.marks) === signature(next.marks)) nodes[nodes.length - 1] = textNode(last.text + next.text, last.marks);
  else nodes.push(next);
}
