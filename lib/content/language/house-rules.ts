import { z } from "zod";
import { isPlainText } from "@/lib/kernel/text";

const asIs = (name: string, length: number) => z.string().max(length, `${name} may have ${length} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.");
const line = (name: string, length: number) => z.string().trim().pipe(asIs(name, length));

/**
 * A rule of the house's style. The pattern is words, in which `*` stands for the rest of a word and nothing else is special; or it is a
 * regular expression, which lib/content/language/expressions.ts looks for. Neither makes a text slow to look through, whoever wrote it.
 */
export const houseRule = z.strictObject({
  // In an expression a space at the end means one.
  pattern: asIs("A pattern", 200),
  suggestion: line("A suggestion", 200),
  reason: line("A reason", 300),
  matchCase: z.boolean().default(false),
  isExpression: z.boolean().default(false),
}).refine(({ pattern, isExpression }) => isExpression || /[\p{L}\p{N}]/u.test(pattern), "A pattern holds at least one letter or figure.");
export type HouseRule = z.infer<typeof houseRule>;

export const houseRules = z.array(houseRule).max(500, "So many rules nobody keeps: 500 at most.");

/** What a rule found: where, and what is better there; empty where the rule suggests nothing. */
export type StyleHint = { rule: HouseRule; start: number; end: number; by: string };

/** A run of characters without a space, without the punctuation around it. No phrase goes on behind the end of a line or of a table's cell. */
type Word = { text: string; start: number; end: number; endsPhrase: boolean; beginsPhrase: boolean };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\S+)(\s*)/gu)].flatMap(({ 1: run = "", 2: space = "", index }) => {
    const core = /[\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su.exec(run);
    if (!core) return [];
    const start = index + core.index;
    return [{ text: core[0], start, end: start + core[0].length, beginsPhrase: core.index > 0, endsPhrase: core.index + core[0].length < run.length || /[\n\t]/.test(space) }];
  });
}

/** Whether a word is what a pattern says, `*` standing for any letters. Goes back only to the last `*`: never more than length × length steps. */
function fits(word: string, pattern: string): boolean {
  let [at, within, star, from] = [0, 0, -1, 0];
  while (at < word.length) {
    if (pattern[within] === "*") [star, from, within] = [within, at, within + 1];
    else if (pattern[within] === word[at]) [at, within] = [at + 1, within + 1];
    else if (star >= 0) [from, at, within] = [from + 1, from + 1, star + 1];
    else return false;
  }
  while (pattern[within] === "*") within++;
  return within === pattern.length;
}

/** Words longer than this are addresses or noise: no rule of style is about them. */
const longestWord = 100;

/** Where a text says something for which the house has a better word. Rules that are regular expressions are not looked at. */
export function styleHints(text: string, rules: readonly HouseRule[]): StyleHint[] {
  const words = wordsOf(text);
  return rules.filter((rule) => !rule.isExpression).flatMap((rule) => {
    const wanted = (rule.matchCase ? rule.pattern : rule.pattern.toLowerCase()).split(/\s+/);
    return words.flatMap((first, index) => {
      const phrase = words.slice(index, index + wanted.length);
      const together = phrase.length === wanted.length && phrase.every((word, place) => (place === 0 || !word.beginsPhrase) && (place === phrase.length - 1 || !word.endsPhrase));
      const said = together && phrase.every((word, place) => word.text.length <= longestWord && fits(rule.matchCase ? word.text : word.text.toLowerCase(), wanted[place] ?? ""));
      return said ? [{ rule, start: first.start, end: phrase.at(-1)?.end ?? first.end, by: rule.suggestion }] : [];
    });
  });
}
