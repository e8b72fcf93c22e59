/** What the pipeline's phases are called where decisions are looked through, by the name that their signals carry. */
export const ruleNames: Readonly<Record<string, string>> = {
  newness: "New commenter",
  read_first: "Always read first",
  history: "Often rejected before",
  reviewed: "Reviewed discussion",
  repeated: "Repeated text",
  nearly_repeated: "Nearly the same text",
  reads_like_spam: "Reads like spam",
  links: "Links",
  shape: "Shape of the text",
};

/** A phase's name, also of one that is no more. */
export const ruleName = (phase: string): string => ruleNames[phase] ?? phase.replaceAll("_", " ");
