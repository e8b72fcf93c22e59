/** The numbers of the comments; how many of them somebody may send in what time stands with all limits (lib/core/limits.ts). */
export const commentSettings = {
  text: { least: 2, most: 5000, lines: 60, stackedMarks: 4 },
  name: { least: 2, most: 40 },
  /** A form may be sent so long after it was opened, in seconds: not at once, not the next day. */
  formToken: { least: 3, most: 24 * 3600 },
  closesAfterDays: 14,
  /** The longest that may be said: ten years, an hour. */
  mostDays: 3650,
  slowestSeconds: 3600,
  pinnedNote: 500,
  rootsAPage: 25,
  repliesShown: 3,
  deepest: 20,
  /** A reader's comments wait for review until so many were approved. */
  approvedBeforeTrust: 2,
  /** The same words by the same person within this are one comment sent twice, in minutes. */
  repeatMinutes: 10,
  linksBeforeHold: 2,
} as const;
