import type { Signal } from "@/db/schema/comments";
import type { Phase } from "@/lib/moderation/pipeline";
import type { Found } from "@/lib/moderation/word-rules/find";

/** What the moderators' own rules find, each with the places; where their time was over, whom the paper knows little waits. */
export const wordRules: Phase = ({ text, rules: { found, whole }, trust }) => [
  ...found.map((one): Signal => ({ phase: "word_rule", severity: one.rule.action, evidence: evidenceOf(one, text), ruleId: one.rule.id, ...(one.spans.length > 0 ? { spans: one.spans } : {}) })),
  ...(whole ? [] : [{ phase: "word_rule", severity: trust > 1 ? ("flag" as const) : ("hold" as const), evidence: "The rules’ expressions took too long: not all were looked for" }]),
];

function evidenceOf({ rule, spans: [first] }: Found, text: string): string {
  const note = rule.note ? ` (${rule.note})` : "";
  if (rule.kind === "name") return `The name is on a rule: “${rule.pattern}”${note}`;
  if (rule.kind === "domain") return `An address is on a rule: ${rule.pattern}${note}`;
  const words = first ? text.slice(first.from, first.to).replace(/\s+/g, " ") : rule.pattern;
  return `On a rule: “${words.length > 60 ? `${words.slice(0, 60)}…` : words}”${note}`;
}
