import { RE2JS, RE2JSException } from "re2js";
import type { HouseRule, StyleHint } from "@/lib/content/language/house-rules";

/*
 * Rules of the house that are regular expressions, in the syntax of RE2: no looking around and no backreferences, and in return the time for
 * a text grows with its length alone. What is still left to a hostile author, a large program and hits that each scan to the end, is bounded here.
 */

/** What one expression and one text may cost: the steps of its program, the hits in a passage, the letters that are looked through at once. */
export const expressionLimits = { steps: 500, hits: 20, letters: 2000 } as const;

/** Why this cannot be a rule's expression, in a sentence; null where it can. */
export function expressionProblem({ pattern, suggestion }: Pick<HouseRule, "pattern" | "suggestion">): string | null {
  const compiled = compile(pattern, false);
  if (typeof compiled === "string") return `The expression cannot be read: ${compiled}.`;
  if (compiled.programSize() > expressionLimits.steps) return "The expression is too large: write fewer or smaller repetitions.";
  if (compiled.matcher("").matches()) return "The expression fits where nothing is written: let it hold at least one character.";
  const missing = [...suggestion.matchAll(reference)].find(([, sign]) => sign !== "$" && Number(sign) > compiled.groupCount());
  return missing ? `The suggestion speaks of ${missing[0]}, and the expression has ${compiled.groupCount() === 0 ? "no part in brackets" : `${compiled.groupCount()} in brackets`}.` : null;
}

/** In a suggestion: `$1` for what the first brackets found, `$$` for the sign itself. */
const reference = /\$(\$|\d)/g;

/**
 * What the rules' expressions find in a text, line by line, at most `expressionLimits.hits` for each. `until` (as `performance.now()` tells
 * it) ends the search: `whole` says whether all was looked through by then. An expression that cannot be read finds nothing.
 */
export function expressionHints(text: string, rules: readonly HouseRule[], until: number): { hints: StyleHint[]; whole: boolean } {
  const pieces = piecesOf(text);
  const hints: StyleHint[] = [];
  for (const rule of rules) {
    // To read one for the first time takes its time too; what was read stays for the next search.
    if (rule.isExpression && performance.now() > until) return { hints, whole: false };
    const expression = rule.isExpression ? remembered(rule) : null;
    let left: number = expressionLimits.hits;
    for (const { piece, at } of expression ? pieces : []) {
      const matcher = expression?.matcher(piece);
      while (left > 0 && matcher) {
        if (performance.now() > until) return { hints, whole: false };
        if (!matcher.find()) break;
        if (matcher.end() === matcher.start()) continue;
        const by = rule.suggestion.replace(reference, (_, sign: string) => (sign === "$" ? "$" : (matcher.group(Number(sign)) ?? "")));
        hints.push({ rule, start: at + matcher.start(), end: at + matcher.end(), by });
        left--;
      }
    }
  }
  return { hints, whole: true };
}

/** The lines and cells of a text, long ones parted at a space: no expression reaches from one to the next. */
function piecesOf(text: string): { piece: string; at: number }[] {
  return [...text.matchAll(/[^\n\t]+/g)].flatMap(({ 0: line, index }) => {
    const pieces: { piece: string; at: number }[] = [];
    for (let from = 0; from < line.length; ) {
      const space = line.length - from > expressionLimits.letters ? line.lastIndexOf(" ", from + expressionLimits.letters) : -1;
      const end = space > from ? space + 1 : Math.min(line.length, from + expressionLimits.letters);
      pieces.push({ piece: line.slice(from, end), at: index + from });
      from = end;
    }
    return pieces;
  });
}

function compile(pattern: string, matchCase: boolean): RE2JS | string {
  try {
    return RE2JS.compile(pattern, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch (problem) {
    if (problem instanceof RE2JSException) return problem.message.replace(/^error parsing regexp: /, "").replaceAll("`", "");
    throw problem;
  }
}

const compiled = new Map<string, RE2JS | null>();

/** Compiled once for as long as the rules stay; null for one that was never let in. */
function remembered({ pattern, suggestion, matchCase }: HouseRule): RE2JS | null {
  const key = JSON.stringify([matchCase, suggestion, pattern]);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = expressionProblem({ pattern, suggestion }) === null ? compile(pattern, matchCase) : null;
  // As many as the house and the moderators together may have.
  if (compiled.size > 1000) compiled.clear();
  compiled.set(key, typeof made === "string" ? null : made);
  return compiled.get(key) ?? null;
}
