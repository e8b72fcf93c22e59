import type { DiscussionRules } from "@/lib/comments/discussion-rules";

/** Who may comment, and how, in the words of the desk. */
export const modeNames = {
  open: "Everybody",
  premod: "Everybody; each comment is read first",
  members_only: "People with an account",
  read_only: "Nobody any more; what is there stays",
  off: "Nobody; no comments at all",
} satisfies Record<DiscussionRules["mode"], string>;
