import { z } from "zod";
import { expressionProblem } from "@/lib/content/language/expressions";
import { type HouseRule, houseRules } from "@/lib/content/language/house-rules";
import { seenVersion } from "@/lib/settings/seen-version";

/** Under which key the rules lie among the paper's settings. */
export const houseStyleKey = "house_style";

/** The rules in a stored value; none where it holds none. */
export function rulesOf(value: Record<string, unknown> | undefined): HouseRule[] {
  const parsed = houseRules.safeParse(value?.rules ?? []);
  return parsed.success ? parsed.data : [];
}

/** How a plain pattern begins that could be taken for an expression, or for one that is none. */
const leadingSlash = /^\\*\//;

/** The rules as they are written: one a line, its parts apart by "|"; a pattern between slashes is a regular expression, and a backslash stands before the slash with which a plain one begins. */
export function rulesAsText(rules: readonly HouseRule[]): string {
  return rules.map(({ pattern, suggestion, reason, matchCase, isExpression }) => [isExpression ? `/${pattern}/` : pattern.replace(leadingSlash, "\\$&"), suggestion, reason, ...(matchCase ? ["capitals"] : [])].join(" | ")).join("\n");
}

const parts = (line: string) => line.split("|").map((part) => part.trim());

/** An expression may hold "|"; a slash within it stands behind a backslash. */
const expression = /^\s*\/((?:[^/\\]|\\.)+)\/\s*(?:\|(.*))?$/s;

/** What one line says, not judged yet. */
function ruleOf(line: string): unknown {
  const [, pattern, rest = ""] = expression.exec(line) ?? [];
  const [written = "", suggestion = "", reason = "", capitals = ""] = pattern === undefined ? parts(line) : [pattern, ...parts(rest)];
  return { pattern: pattern ?? written.replace(/^\\(?=\\*\/)/, ""), suggestion, reason, matchCase: capitals.toLowerCase() === "capitals", isExpression: pattern !== undefined };
}

/** How long the expressions of all lines may take to be read, in milliseconds: hundreds of usual ones take a tenth of it. */
const timeToRead = 1000;

/** One line: what is looked for, what is better, why, and "capitals" where those count. Empty lines are nothing. */
const ruleLines = z
  .string("Write one rule a line.")
  .max(100_000, "So many rules nobody keeps.")
  .transform((text, context) => {
    // To read a hostile expression takes a tenth of a second, and there may be five hundred.
    const until = performance.now() + timeToRead;
    const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== "");
    const read = lines.map(({ line, number }) => {
      const refuse = (message: string) => {
        context.addIssue({ code: "custom", message: `Line ${number}: ${message}` });
        return [];
      };
      if (!line.includes("|")) return refuse("there is no “|” in it. Write what is written | what is better.");
      const parsed = houseRules.element.safeParse(ruleOf(line));
      if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? "this is no rule.");
      if (parsed.data.isExpression && performance.now() > until) return refuse("the expressions down to here are too large together: write fewer or smaller repetitions.");
      const problem = parsed.data.isExpression ? expressionProblem(parsed.data) : null;
      return problem ? refuse(problem) : [parsed.data];
    });
    const rules = houseRules.safeParse(read.flat());
    if (!rules.success) context.addIssue({ code: "custom", message: rules.error.issues[0]?.message ?? "These are no rules." });
    return rules.success ? rules.data : [];
  });

/** The rules as somebody writes them: all at once, upon the version that was seen. */
export const HouseStyleInput = z.strictObject({ seen: seenVersion, rules: ruleLines });

/** Rules that are only to be tried on a text. */
export const TriedRulesInput = z.strictObject({ rules: ruleLines, text: z.string("Write something to try them on.").max(20_000, "Try them on 20,000 characters at most.") });
