import type { Language } from "@/db/vocabulary";
import { countWords } from "@/lib/kernel/text";

/** A sentence as it stands in its text. */
export type Sentence = { words: string; start: number };

/** The sentences of a text, as the language divides them (Unicode Standard Annex 29, by the platform's own segmenter); the cells of a table are apart. */
export function sentencesOf(text: string, language: Language): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  // A tab ends no sentence for the segmenter, a line does.
  return Array.from(segmenter.segment(text.replaceAll("\t", "\n")), ({ segment, index }) => ({ words: segment.trim(), start: index + segment.length - segment.trimStart().length })).filter(({ words }) => countWords(words) > 0);
}

/** From so many words on a sentence is long. */
export const longSentence = 40;

export const longSentencesOf = (text: string, language: Language): Sentence[] => sentencesOf(text, language).filter(({ words }) => countWords(words) > longSentence);
