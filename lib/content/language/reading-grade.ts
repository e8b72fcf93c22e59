import type { Language } from "@/db/vocabulary";
import { sentencesOf } from "@/lib/content/language/sentences";
import { countWords } from "@/lib/kernel/text";

/** How hard a text is to read: the easier, the higher `ease` (0 to 100; null where the language has no formula), how many words a sentence has, and what to call that. */
export type ReadingGrade = { ease: number | null; sentence: number; name: "easy" | "plain" | "demanding" | "hard" };

/**
 * Reading ease by Flesch (1948) for English, with the constants of Amstad for German (1978), Kandel and Moles for French (1958) and
 * Fernández Huerta for Spanish (1959). Syllables cannot be counted where vowels are not written: Persian and Arabic are judged by the length
 * of their sentences alone. Null for texts of fewer than a hundred words.
 */
export function readingGrade(text: string, language: Language): ReadingGrade | null {
  const formula = formulas[language];
  const words = countWords(text);
  if (words < 100) return null;
  const inSentence = words / Math.max(1, sentencesOf(text, language).length);
  const sentence = Math.round(inSentence);
  if (!formula) return { ease: null, sentence, name: sentence <= 14 ? "easy" : sentence <= 20 ? "plain" : sentence <= 28 ? "demanding" : "hard" };
  const ease = Math.round(Math.min(100, Math.max(0, formula(inSentence, syllablesIn(text) / words))));
  return { ease, sentence, name: ease >= 70 ? "easy" : ease >= 50 ? "plain" : ease >= 30 ? "demanding" : "hard" };
}

type Formula = (wordsInSentence: number, syllablesInWord: number) => number;

const formulas: Partial<Record<Language, Formula>> = {
  en: (sentence, word) => 206.835 - 1.015 * sentence - 84.6 * word,
  de: (sentence, word) => 180 - sentence - 58.5 * word,
  fr: (sentence, word) => 207 - 1.015 * sentence - 73.6 * word,
  es: (sentence, word) => 206.84 - 1.02 * sentence - 60 * word,
};

/** Groups of vowels, which comes near enough for a whole text; a silent e at the end of a longer word does not count. */
function syllablesIn(text: string): number {
  let syllables = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const plain = word.normalize("NFD").replace(/\p{M}+/gu, "");
    const groups = plain.match(/[aeiouy]+/g)?.length ?? 0;
    syllables += Math.max(1, groups > 1 && /[^aeiouyl]e$/.test(plain) ? groups - 1 : groups);
  }
  return syllables;
}
