/** What somebody wants to hear of a thread: of all that is new in it, of what concerns herself alone, or of nothing. */
export const threadChoices = ["all", "own", "nothing"] as const;
export type ThreadChoice = (typeof threadChoices)[number];
