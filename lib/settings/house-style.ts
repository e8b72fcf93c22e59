import { z } from "zod";
import { type HouseRule, houseRules } from "@/lib/content/language/house-rules";

/** Under which key the rules lie among the paper's settings. */
export const houseStyleKey = "house_style";

/** The rules as they are written: one a line, its parts apart by "|". */
export function rulesAsText(rules: readonly HouseRule[]): string {
  return rules.map(({ pattern, suggestion, reason, matchCase }) => [pattern, suggestion, reason, ...(matchCase ? ["capitals"] : [])].join(" | ")).join("\n");
}

const parts = (line: string) => line.split("|").map((part) => part.trim());

/** One line: what is looked for, what is better, why, and "capitals" where those count. Empty lines are nothing. */
export const HouseStyleInput = z.strictObject({
  rules: z
    .string("Write one rule a line.")
    .max(100_000, "So many rules nobody keeps.")
    .transform((text, context) => {
      const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== "");
      const read = lines.map(({ line, number }) => {
        if (!line.includes("|")) {
          context.addIssue({ code: "custom", message: `Line ${number}: there is no “|” in it. Write what is written | what is better.` });
          return [];
        }
        const [pattern = "", suggestion = "", reason = "", capitals = ""] = parts(line);
        const parsed = houseRules.element.safeParse({ pattern, suggestion, reason, matchCase: capitals.toLowerCase() === "capitals" });
        if (!parsed.success) context.addIssue({ code: "custom", message: `Line ${number}: ${parsed.error.issues[0]?.message ?? "this is no rule."}` });
        return parsed.success ? [parsed.data] : [];
      });
      const rules = houseRules.safeParse(read.flat());
      if (!rules.success) context.addIssue({ code: "custom", message: rules.error.issues[0]?.message ?? "These are no rules." });
      return rules.success ? rules.data : [];
    }),
});
