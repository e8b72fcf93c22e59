import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;
type Words = { [Code in z.core.$ZodIssue["code"]]: (issue: Extract<Issue, { code: Code }>) => string };

/** What is said of a field for which its form has no sentence of its own; the library's words help nobody at a desk. */
const words: Words = {
  invalid_type: ({ input }) => (input === undefined || input === null ? "This is missing." : "This cannot be used here."),
  invalid_value: () => "Choose one of the given answers.",
  invalid_format: () => "This is not of the right form.",
  too_big: ({ origin, maximum }) => (origin === "string" ? `Use ${maximum.toLocaleString("en")} characters at most.` : `No more than ${maximum.toLocaleString("en")} is possible here.`),
  too_small: ({ origin, minimum }) => (origin === "string" ? `Use at least ${minimum.toLocaleString("en")} characters.` : `No less than ${minimum.toLocaleString("en")} is possible here.`),
  not_multiple_of: () => "Use a whole amount.",
  unrecognized_keys: () => "This form holds something that does not belong to it. Reload and try again.",
  invalid_union: () => "This cannot be used here.",
  invalid_key: () => "This cannot be used here.",
  invalid_element: () => "This cannot be used here.",
  custom: () => "This cannot be used here.",
};

/** A sentence for anything that may be wrong with what came in. */
export function plainWords(issue: Issue): string {
  return (words[issue.code] as (issue: Issue) => string)(issue);
}
