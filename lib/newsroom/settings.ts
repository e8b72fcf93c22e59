/** The numbers of what the newsroom makes of comments. */
export const newsroomSettings = {
  /** So long somebody who is asked may answer, in days. */
  answerDays: 30,
  /** So often she is asked about one comment; more would be pestering. */
  asks: 3,
  /** What a letter may have in characters, and where somebody may be reached. */
  words: { least: 2, most: 5000 },
  signature: { least: 2, most: 80 },
  contact: { least: 3, most: 200 },
  closingNote: 500,
  /** So many days after a lead was followed, or after she said so where nobody followed it, it is forgotten where she may be reached. */
  contactDays: { used: 90, agreed: 365 },
  /** So many days after it was closed or refused it is forgotten that a comment was marked; what was used goes with the comment. */
  keptDays: 365,
} as const;
