import type { Node } from "@tiptap/pm/model";
import { blocks } from "@/lib/content/blocks/registry";
import type { LineOfWords } from "@/lib/content/blocks/words";
import { type LeadText, leadTexts } from "@/lib/content/working-copy-text";
import type { TextField } from "@/lib/content/document";

/*
 * Every place of a story that holds words, in the order in which it is read: what is found and replaced, what the checks count in, and
 * where they lead, all go by these lists.
 */

type Specs = typeof blocks;
/** The attribute of a block that is a line of words. */
export type WordsAttribute = { [Name in keyof Specs]: Specs[Name] extends { words: infer Words } ? keyof Words : never }[keyof Specs];

/** A field of the story, by the name of its text in the document. */
export type WordsField = Exclude<TextField, "slug"> | `lead.${LeadText}`;

/** The fields that hold words: read before the body, and beside it. The slug is an address. */
export const wordsFields = {
  before: ["kicker", "headline", "standfirst", ...leadTexts.map((name): WordsField => `lead.${name}`), "dateline"],
  beside: ["claim", "claimant", "frontHeadline", "searchHeadline", "socialHeadline"],
} as const satisfies Record<string, readonly WordsField[]>;

const linesByType: Readonly<Record<string, Partial<Record<WordsAttribute, LineOfWords>> | undefined>> = Object.fromEntries(Object.values(blocks).flatMap((block) => ("words" in block ? [[block.name, block.words]] : [])));

/** What is known of a line of words; nothing where the block has no such line. */
export const lineOfWords = (type: string, attribute: string): LineOfWords | undefined => linesByType[type]?.[attribute as WordsAttribute];

/** The lines of one block, without those that nobody reads. */
export function linesOf(type: string, attrs: Readonly<Record<string, unknown>> | undefined): { attribute: WordsAttribute; line: LineOfWords; text: string }[] {
  return Object.entries(linesByType[type] ?? {}).flatMap(([attribute, line]) => (line.unless && attrs?.[line.unless] === true ? [] : [{ attribute: attribute as WordsAttribute, line, text: String(attrs?.[attribute] ?? "") }]));
}

/** A place with words: a line of the block that stands at `at`, or running text that begins at `start`. */
export type PlaceOfWords = { node: Node; text: string } & ({ attribute: WordsAttribute; line: LineOfWords; at: number } | { start: number });

/** All that is to be read in a block which stands at `at`, and in the blocks within it. */
export function wordsWithin(node: Node, at: number): PlaceOfWords[] {
  const lines = linesOf(node.type.name, node.attrs).map((one) => ({ ...one, node, at }));
  // Each thing that is no text counts as one place, as it does in the document.
  const own: PlaceOfWords[] = node.isTextblock ? [{ node, start: at + 1, text: node.textBetween(0, node.content.size, undefined, "\u{fffc}") }] : [];
  if (!node.isTextblock) node.forEach((child, offset) => void own.push(...wordsWithin(child, at + 1 + offset)));
  return [...lines.filter(({ line }) => line.stands === "before"), ...own, ...lines.filter(({ line }) => line.stands === "behind")];
}

/** The same for a whole body. */
export function wordsOfBody(doc: Node): PlaceOfWords[] {
  const all: PlaceOfWords[] = [];
  doc.forEach((block, at) => void all.push(...wordsWithin(block, at)));
  return all;
}

/** What a block's plain text is made of: there the checks count. */
export const textWithin = (node: Node, at: number): PlaceOfWords[] => wordsWithin(node, at).filter((place) => !("line" in place) || place.line.isText);
