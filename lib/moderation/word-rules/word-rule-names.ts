import type { WordRuleAction, WordRuleKind } from "@/db/vocabulary";

/** What each kind of rule is called at the desk. */
export const kindNames = { words: "Word or phrase", domain: "Address", expression: "Expression", name: "Name of a commenter" } as const satisfies Record<WordRuleKind, string>;

/** What each action is called. */
export const actionNames = { flag: "Mark as suspect", hold: "Hold", spam: "Treat as spam", reject: "Reject" } as const satisfies Record<WordRuleAction, string>;
