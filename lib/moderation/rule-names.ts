/** What the pipeline's phases are called where decisions are looked through, by the name that their signals carry. */
export const ruleNames: Readonly<Record<string, string>> = {
  newness: "New commenter",
  read_first: "Always read first",
  history: "Often rejected before",
  reviewed: "Reviewed discussion",
  shielded: "Shield",
  network: "Network",
  same_browser: "Same browser",
  hurry: "Hurry",
  repeated: "Repeated text",
  nearly_repeated: "Nearly the same text",
  word_rule: "Moderators’ rule",
  reads_like_spam: "Reads like spam",
  links: "Links",
  personal_data: "Personal data",
  disguise: "Disguised words",
  edited_afterwards: "Edited afterwards",
  shape: "Shape of the text",
};

/** A phase's name, also of one that is no more. */
export const ruleName = (phase: string): string => ruleNames[phase] ?? phase.replaceAll("_", " ");
