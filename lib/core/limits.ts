/** How often something may happen: so many times within so many seconds. */
export type Limit = { name: string; max: number; seconds: number };

/** Every limit in one place. Keys are made from trusted facts only: the visitor's network and the canonical account. */
export const limits = {
  signInFromNetwork: { name: "sign-in-network", max: 40, seconds: 600 },
  signInToAccountFromNetwork: { name: "sign-in-pair", max: 8, seconds: 600 },
  /** Wrong passwords for one account, from wherever: loose, since others could use it to slow somebody down. */
  signInFailuresOfAccount: { name: "sign-in-failures", max: 100, seconds: 3600 },
  oneTimeLink: { name: "one-time-link", max: 30, seconds: 600 },
  /** Asking for a link because the password is forgotten: known and unknown addresses alike. */
  resetFromNetwork: { name: "reset-network", max: 10, seconds: 3600 },
  resetOfAccount: { name: "reset-account", max: 3, seconds: 3600 },
  /** Asking for an account: three a day from a wider network, and a few mails to one address, known or not. */
  signUpFromPrefix: { name: "sign-up-prefix", max: 3, seconds: 86_400 },
  signUpOfAddress: { name: "sign-up-address", max: 3, seconds: 3600 },
  /** Mails that ask to confirm a comment, to one address. */
  confirmationsToAddress: { name: "confirm-address", max: 5, seconds: 3600 },
  /** Opening links for reviewers from outside that lead nowhere; and what one reviewer says. */
  reviewTries: { name: "review-tries", max: 20, seconds: 600 },
  reviewNames: { name: "review-names", max: 20, seconds: 3600 },
  reviewRemarks: { name: "review-remarks", max: 40, seconds: 600 },
  /** Loose: mail programs of many people end mails from a few addresses. */
  stopNotices: { name: "stop-notices", max: 600, seconds: 600 },
  mutes: { name: "mutes", max: 60, seconds: 3600 },
  appeals: { name: "appeals", max: 3, seconds: 7 * 86_400 },
  ownExport: { name: "own-export", max: 1, seconds: 7 * 86_400 },
  deleteAccount: { name: "delete-account", max: 10, seconds: 600 },
  changePassword: { name: "change-password", max: 10, seconds: 600 },
  setUp: { name: "set-up", max: 30, seconds: 600 },
  commentToken: { name: "comment-token", max: 120, seconds: 3600 },
  commentsFromGuestNetworkHour: { name: "comment-guest-hour", max: 3, seconds: 3600 },
  commentsFromGuestNetworkDay: { name: "comment-guest-day", max: 10, seconds: 86_400 },
  /** Tries of a person: how many of hers are taken the pace says (lib/comments/pace.ts). */
  commentsFromPersonHour: { name: "comment-person-hour", max: 60, seconds: 3600 },
  /** Writing one's comment anew, taken or not. */
  commentEdits: { name: "comment-edits", max: 60, seconds: 3600 },
  commentsFromStaffHour: { name: "comment-staff-hour", max: 200, seconds: 3600 },
  /** Each may make us ask somebody outside. */
  embed: { name: "embed", max: 120, seconds: 3600 },
  linkCheck: { name: "link-check", max: 20, seconds: 3600 },
  upload: { name: "upload", max: 200, seconds: 3600 },
  document: { name: "document", max: 100, seconds: 3600 },
} as const satisfies Record<string, Limit>;

const atTrust = (name: string, seconds: number, most: readonly [number, number, number, number]) => most.map((max) => ({ name, max, seconds })) as unknown as readonly [Limit, Limit, Limit, Limit];

/** Limits that grow with how well somebody is known (lib/comments/trust.ts). One window for all levels: who rises keeps what she has used. */
export const limitsAtTrust = {
  likes: atTrust("likes", 60, [10, 30, 60, 60]),
  reports: atTrust("reports", 86_400, [5, 20, 40, 40]),
} as const;
