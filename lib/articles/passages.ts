import type { CheckPlace, PartOfBlock, SaidWords } from "@/lib/articles/checks";
import type { StoryContent } from "@/lib/content/document";
import { withPartsOfItsFormat } from "@/lib/content/parts-of-formats";
import { textOfBlock } from "@/lib/content/to-text";
import { linesOf, type WordsField, wordsFields } from "@/lib/content/words-within";
import type { LeadText } from "@/lib/content/working-copy-text";

/** Words of a story, and where a check of them leads. */
export type Passage = { place: CheckPlace; text: string };

/**
 * All of a story that somebody is to read or hear: its fields (a claim only in a fact check), the text of each block, and what stands beside
 * that text, which is alt texts, credits and notes. Nothing of the stash. The places are those of lib/content/words-within.ts.
 */
export function passagesOf(content: StoryContent): Passage[] {
  const own = withPartsOfItsFormat(content);
  const fields = [...wordsFields.before, ...wordsFields.beside].map((field): Passage => ({ place: { field }, text: textOfField(own, field) }));
  const body = content.body.content.filter((block) => block.type !== "stash");
  const running = body.map((block): Passage => ({ place: block.attrs?.id ? { blockId: block.attrs.id } : { field: "body" }, text: textOfBlock(block) }));
  return [...fields, ...running, ...body.flatMap(besideTextOf)].filter(({ text }) => text !== "");
}

const isOfLead = (field: WordsField): field is `lead.${LeadText}` => field.startsWith("lead.");

const textOfField = (content: StoryContent, field: WordsField): string => (isOfLead(field) ? (content.lead?.[field.slice("lead.".length) as LeadText] ?? "") : content[field]);

function besideTextOf(node: { type: string; attrs?: Readonly<Record<string, unknown>>; content?: readonly unknown[] }): Passage[] {
  const id = node.attrs?.id as string | null | undefined;
  const own = linesOf(node.type, node.attrs).filter(({ line }) => !line.isText);
  return [...own.map(({ attribute, text }): Passage => ({ place: id ? { blockId: id, part: { setting: attribute } } : { field: "body" }, text })), ...(node.content ?? []).flatMap((inner) => besideTextOf(inner as typeof node))];
}

/** The place of something within the words that are at `place`: the nth gap, or words that stand there for the nth time; both counted from 0. */
export function within(place: CheckPlace, what: { gap: number } | { said: SaidWords }): CheckPlace {
  if ("field" in place) return place.field === "body" ? place : { ...place, ...what };
  return { ...place, part: { ...place.part, ...what } as PartOfBlock };
}
