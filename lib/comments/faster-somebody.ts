import type { CommentStatus } from "@/db/vocabulary";

/** The last thing that happened to a comment. `undone`: it took an earlier decision back. */
export type LastDecision = { who: string | null; to: CommentStatus; undone: boolean; at: Date };

const did = {
  unverified: "took this back",
  held: "put this back in the queue",
  published: "published this",
  approved: "approved this",
  hidden: "hid this",
  rejected: "rejected this",
  spam: "marked this as spam",
  withdrawn: "withdrew this",
  purged: "purged this",
} satisfies Record<CommentStatus, string>;

/** What the slower of two moderators is told: who was faster, with what, and how long ago. */
export function fasterSentence({ who, to, undone, at }: LastDecision, now: Date): string {
  return `${who ?? "Somebody"} ${undone ? "took the decision back" : did[to]} ${ago(now.getTime() - at.getTime())} ago.`;
}

function ago(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
