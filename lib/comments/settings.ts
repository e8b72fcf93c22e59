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
  /** How many more replies are shown at a time. */
  repliesAPage: 50,
  /** Threads before and after the one that a comment's own address shows. */
  rootsAround: 10,
  deepest: 20,
  /** What each level of trust asks for (lib/comments/trust.ts): comments that were shown for so many hours, days since the account was made, and which share of the last `shareOf` was rejected at most. Whoever had so many of the last rejected stands one lower. */
  trust: {
    shownHours: 24,
    levels: { 1: { shown: 2, days: 0, rejectedBelow: Number.POSITIVE_INFINITY }, 2: { shown: 20, days: 30, rejectedBelow: 0.05 }, 3: { shown: 100, days: 180, rejectedBelow: 0.02 } },
    shareOf: 50,
    dropsAt: { of: 20, rejected: 4 },
    /** Why a moderator grants a level, in so many characters. */
    note: 500,
  },
  /** A guest's, until so many from the same confirmed address were. */
  approvedBeforeGuestTrust: 3,
  /** So long a guest's comment waits to be confirmed, in hours; then it is erased. */
  confirmHours: 24,
  /** So many days after it came to this state the text of a comment is erased that readers never saw or see no more. */
  keptDays: { held: 30, rejected: 180, spam: 30 },
  /** So many days after her last comment a guest's address is forgotten; so long it can be blocked. */
  guestAddressDays: 90,
  appeal: { least: 2, most: 1000 },
  /** From which level of trust on a like counts in the sorting. */
  trustThatRanks: 1,
  /** For how many minutes somebody may change what she wrote where the newsroom says nothing else, how many it may say at most, and how often, by how well she is known. */
  edits: { minutes: 5, mostMinutes: 60, most: [2, 5, 5, 5] },
  reports: {
    text: 1000,
    law: 200,
    weights: [0.5, 1, 1.5, 2.5],
    decidedBeforeAccuracy: 5,
    hideAt: { weight: 4, people: 3, networks: 2 },
    /** Of accounts that are younger and never commented here reports hide nothing, in hours. */
    youngHours: 48,
    /** So long what tells networks apart is kept, in days. */
    networkDays: 30,
    /** So long a report is kept that was settled, in days. */
    keptDays: 365,
    /** Notices of unlawful content: how long a name may be and how short an explanation, how many minutes a decision must stand before it is told, and for how many days it is known after that who sent one, what it said, and that there was one. */
    notice: { name: 100, explanation: 20, answerAfterMinutes: 10, contactDays: 90, textDays: 365, keptDays: 3 * 365 },
  },
  /** The same words by the same person within this are one comment sent twice, in minutes. */
  repeatMinutes: 10,
  /** So many links somebody may give before a comment waits, by how well she is known. */
  linksBeforeHold: [0, 2, 5, 5],
  /** The service outside that may be asked about comments: how long it may take, how much it may say, how many questions are open at once, after how many silences in a row it is left alone and for how long, and how much of its reason moderators read. */
  secondOpinion: { milliseconds: 800, bytes: 8192, atOnce: 16, silencesBeforeRest: 5, restSeconds: 30, because: 200 },
  /** Texts whose fingerprints differ in so few bits are nearly the same: one word of fifty changes three of them, at most six; other texts differ in more than twenty. So many in the day before are a campaign. */
  nearlySame: { bits: 6, before: 2, /** So many of the newest texts are compared. */ compared: 5000, keptDays: 30, /** From so many on moderators see them as one cluster. */ cluster: 3 },
  /** So many comments are decided in one step at most. */
  decidedAtOnce: 100,
  /** So long a moderator is said to look at a comment after she was last known to, in minutes. */
  lookMinutes: 3,
  escalationNote: 300,
  /** Of somebody's comments the last so many are counted on the card. */
  countedOnCard: 100,
  /** The filter speaks once it has learned from so many texts of each kind; a token counts from so far off even odds on, `strength` texts are believed before any was seen, and the `most` telling ones decide. */
  spamFilter: { lessons: 200, strength: 1, least: 0.1, most: 60, holdFrom: 0.9, spamFrom: 0.99, /** So many words are named on the card. */ told: 4 },
  /** Whoever sends sooner after her first key, in seconds, did not write. */
  hurrySeconds: 3,
  /** How fast somebody may go on, by how well she is known: seconds between two comments, comments in an hour and in a day, and answers in a row in one thread. Before anything of hers was approved, so many wait under one story. */
  pace: { between: [60, 20, 10, 10], hour: [5, 20, 40, 40], day: [15, 80, 200, 200], inARow: [3, 5, 8, 8], beforeApproval: 3 },
  /** A network from which so many comments were refused within a day, or so many people came who were never here before; and so many others in one discussion with the same browser in the same network. */
  network: { hours: 24, refused: 3, newcomers: 5, others: 2, keptDays: 30 },
  /** A discussion is heated from so many comments a minute on, or where so large a share of the last minutes' had to wait for what they say, of so many at least. Then everybody waits longer between two, for so long. */
  heat: { aMinute: 30, share: 0.25, minutes: 10, least: 20, slowModeSeconds: 60, lastsMinutes: 15, /** So many heated discussions at once are a flood of the whole paper. */ everywhereFrom: 3 },
  /** Hours for which a shield may stand. */
  shield: { mostHours: 168, /** So many comments it puts back into the queue at once. */ heldAtOnce: 500 },
  /** An edit of what so many readers liked is told. */
  likedBeforeEdit: 3,
  /** The moderators' rules: how long their expressions may look through one comment, in milliseconds; how long a deleted one can be brought back, and its hits are kept one by one, in days; how many there may be, and how many expressions among them. */
  wordRules: { milliseconds: 50, restoreDays: 30, hitDays: 30, most: 2000, mostExpressions: 200 },
  /** Somebody's last decided comments, and from which share of rejections on her next one waits. */
  history: { last: 20, least: 5, share: 0.3 },
} as const;
