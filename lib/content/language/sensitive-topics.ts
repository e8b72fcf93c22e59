import { z } from "zod";
import { type Language, languageCodes } from "@/db/vocabulary";
import { type StyleHint, styleHints } from "@/lib/content/language/house-rules";
import { isPlainText } from "@/lib/kernel/text";

const text = (name: string, least: number, most: number) => z.string().trim().min(least, `${name} is missing.`).max(most, `${name} may have ${most} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.");

/** Something that a paper writes about with care, the words by which it is noticed in one language, and what the house wants to be thought of. */
export const sensitiveTopic = z.strictObject({
  language: z.enum(languageCodes, `The language is one of ${languageCodes.join(", ")}.`),
  name: text("The topic", 1, 80),
  /** As in the rules of the house: `*` stands for the rest of a word. */
  words: z.array(text("A word", 1, 120).refine((word) => /[\p{L}\p{N}]/u.test(word), "A word holds at least one letter or figure.")).min(1, "There is no word by which the topic is noticed.").max(60, "So many words for one topic: 60 at most."),
  reminder: text("The reminder", 1, 300),
});
export type SensitiveTopic = z.infer<typeof sensitiveTopic>;

export const sensitiveTopicList = z.array(sensitiveTopic).max(100, "So many reminders nobody reads: 100 at most.");

/** The topics that a text in this language touches, each with the first words that told so and where they begin. */
export function topicsIn(passage: string, language: Language, topics: readonly SensitiveTopic[]): { topic: SensitiveTopic; words: string; start: number }[] {
  return topics
    .filter((topic) => topic.language === language)
    .flatMap((topic) => {
      const [first] = styleHints(passage, topic.words.map((pattern) => ({ pattern, suggestion: "", reason: "", matchCase: false, isExpression: false }))).sort((left: StyleHint, right: StyleHint) => left.start - right.start);
      return first ? [{ topic, words: passage.slice(first.start, first.end), start: first.start }] : [];
    });
}
