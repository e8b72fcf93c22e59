import type { Transaction } from "@tiptap/pm/state";
import type { FieldHit, FieldTexts, Hit, LineHit } from "@/components/desk/editor/find/hits";
import { limitOf } from "@/components/desk/editor/find/story-fields";
import { savedPart } from "@/lib/content/line-edit";
import type { Match } from "@/lib/content/matches";
import { lineOfWords, type WordsField } from "@/lib/content/words-within";

/** What is put in for what, made ready before anything is changed. */
export type Replacing = {
  /** Changes the body; leaves a body without a hit as it is. */
  inBody: (transaction: Transaction) => Transaction;
  inFields: readonly { field: WordsField; matches: readonly Match[] }[];
  /** How many places get the words. */
  replaced: number;
  /** How many do not, since their line would be longer than it may be. */
  tooLong: number;
};

/** Puts other words in the places given, in reading order; the marks of the old words stay. A line that would get too long stays as it is. */
export function replacing(hits: readonly Hit[], body: Transaction["doc"], fields: FieldTexts, words: string): Replacing {
  const lines = grouped(hits.filter((hit) => hit.in === "line"), (hit) => `${hit.at} ${hit.attribute}`).map((group) => lineIn(group, body, words));
  const texts = new Map([...fields.before, ...fields.beside].map(({ field, text }) => [field, text]));
  const inFields = grouped(hits.filter((hit) => hit.in === "field"), (hit) => hit.field).map((group) => fieldIn(group, texts, words));
  const inText = hits.filter((hit) => hit.in === "text");
  const fits = [...lines, ...inFields].filter((one) => one.fits);
  const number = inText.length + fits.reduce((sum, one) => sum + one.matches.length, 0);

  return {
    replaced: number,
    tooLong: hits.length - number,
    inFields: inFields.filter((one) => one.fits),
    inBody(transaction) {
      // Before the text: a line's block is found where it stands now.
      for (const { fits, at, attribute, text } of lines) if (fits) transaction.setNodeAttribute(at, attribute, text);
      for (const { from, to } of inText.toReversed()) {
        const marks = transaction.doc.resolve(from).marksAcross(transaction.doc.resolve(to)) ?? [];
        if (words === "") transaction.delete(from, to);
        else transaction.replaceWith(from, to, transaction.doc.type.schema.text(words, marks));
      }
      return transaction;
    },
  };
}

function lineIn(group: readonly [LineHit, ...LineHit[]], body: Transaction["doc"], words: string) {
  const [{ at, attribute, type }] = group;
  const text = withWords(String(body.nodeAt(at)?.attrs[attribute] ?? ""), group, words);
  return { at, attribute, text, matches: group, fits: text.length <= (lineOfWords(type, attribute)?.limit ?? 0) };
}

function fieldIn(group: readonly [FieldHit, ...FieldHit[]], texts: ReadonlyMap<WordsField, string>, words: string) {
  const [{ field }] = group;
  const text = withWords(texts.get(field) ?? "", group, words);
  return { field, matches: group, fits: savedPart(text, limitOf(field)) === text };
}

/** A text with other words in some places. */
export function withWords(text: string, matches: readonly Match[], words: string): string {
  return matches.toReversed().reduce((whole, { start, end }) => whole.slice(0, start) + words + whole.slice(end), text);
}

function grouped<One>(all: readonly One[], key: (one: One) => string): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}
