import type { Language } from "@/db/vocabulary";
import { countWords } from "@/lib/kernel/text";

/** The sentences of a text, as the language divides them (Unicode Standard Annex 29, by the platform's own segmenter). */
export function sentencesOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((sentence) => countWords(sentence) > 0);
}

/** From so many words on a sentence is long. */
export const longSentence = 40;

export const longSentencesOf = (text: string, language: Language): string[] => sentencesOf(text, language).filter((sentence) => countWords(sentence) > longSentence);
