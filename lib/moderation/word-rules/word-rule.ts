import { z } from "zod";
import { languageCodes, type WordRuleAction, wordRuleActions, type WordRuleKind, wordRuleKinds } from "@/db/vocabulary";
import { expressionProblem } from "@/lib/content/language/expressions";
import { isPlainText } from "@/lib/kernel/text";
import { domainOf } from "@/lib/moderation/word-rules/hosts";
import { plainOf } from "@/lib/moderation/word-rules/words-of";

export const longestPattern = 200;
export const longestNote = 300;

const line = (name: string, most: number) => z.string(`${name} must be text.`).max(most, `${name} may have ${most} characters at most.`).refine(isPlainText, "This text holds characters that cannot be stored.");

/** What a rule says, as somebody writes it. The pattern of an address is kept as its domain, so that two ways to write one are the same rule. */
export const ruleFields = {
  kind: z.enum(wordRuleKinds, "Choose what it looks for."),
  pattern: line("A pattern", longestPattern),
  action: z.enum(wordRuleActions, "Choose what it does."),
  language: z.enum(languageCodes, "Choose one of these languages.").nullable(),
  sectionId: z.uuid("There is no such section.").nullable(),
  note: line("A note", longestNote).transform((text) => text.trim()),
  enabled: z.boolean("Say whether it is on."),
};

export type RuleFields = { kind: WordRuleKind; pattern: string; action: WordRuleAction; language: (typeof languageCodes)[number] | null; sectionId: string | null; note: string; enabled: boolean };

/** The pattern as it is kept, or what is wrong with it, in a sentence. */
export function readPattern(kind: WordRuleKind, written: string): { pattern: string } | { problem: string } {
  if (kind === "expression") {
    // A space at the end of an expression means one.
    if (written.trim() === "") return { problem: "Write what it looks for." };
    const problem = expressionProblem({ pattern: written, suggestion: "" });
    return problem ? { problem } : { pattern: written };
  }
  const pattern = written.replace(/\s+/g, " ").trim();
  if (pattern === "") return { problem: "Write what it looks for." };
  if (kind === "domain") {
    const domain = domainOf(pattern);
    return domain ? { pattern: domain } : { problem: "Write a domain, such as example.org: everything below it is meant, too." };
  }
  if (!/[\p{L}\p{N}]/u.test(plainOf(pattern))) return { problem: "A word holds at least one letter or figure. For signs write an expression." };
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(pattern)) return { problem: "This script has no spaces between words. Write an expression." };
  if (/\*(?!\s|$)/.test(pattern) || /(?:^|\s)\*/.test(pattern)) return { problem: "An asterisk stands for the rest of a word, at its end alone: “troll*”." };
  if (/(?:^|\s)[\p{L}\p{N}]\*/u.test(pattern)) return { problem: "One letter and an asterisk would find half the dictionary. Write more of the word." };
  return { pattern };
}
