/** What somebody typed into the search: single words, and phrases that must stand as they are. */
export type Question = { words: string[]; phrases: string[][] };

/** Longest question, in characters, and most words of it that count. */
export const longestQuestion = 200;
const mostWords = 12;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const phrasePattern = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/** Marks without a letter, and the stroke that draws Arabic words long: folding leaves nothing of them. */
const isNothing = (word: string): boolean => /^[\p{M}\u0640]*$/u.test(word);

/** The words of a text: letters and figures only, so that no search operator can be smuggled in. */
export function questionWords(text: string): string[] {
  return (text.slice(0, longestQuestion).normalize("NFC").match(wordPattern) ?? []).filter((word) => !isNothing(word)).slice(0, mostWords);
}

/** Reads what was typed: what stands in quotation marks of any kind is a phrase, also where the second mark is not typed yet. */
export function questionOf(typed: string): Question {
  const text = typed.slice(0, longestQuestion).normalize("NFC");
  const quoted = [...text.matchAll(phrasePattern)].map((match) => questionWords(match[1] ?? "")).filter((phrase) => phrase.length > 0);
  const single = quoted.filter((phrase) => phrase.length === 1 && !hasPartner(text)).flat();
  const phrases = quoted.filter((phrase) => phrase.length > 1 || hasPartner(text));
  const words = [...questionWords(text.replace(phrasePattern, " ")), ...single];
  return { words: words.slice(0, Math.max(0, mostWords - phrases.flat().length)), phrases };
}

/** A lone inch mark is no quotation: 5" pipe. */
function hasPartner(text: string): boolean {
  return (text.match(/["“”„«»]/gu)?.length ?? 0) > 1;
}

/** The question with other words in the places of some of its own; quotation marks stay. */
export function withWords(typed: string, other: ReadonlyMap<string, string>): string {
  return typed.slice(0, longestQuestion).normalize("NFC").replace(wordPattern, (word) => other.get(word) ?? word);
}
