import type { CommentStatus } from "@/db/vocabulary";

export const decisions = ["approve", "reject", "spam"] as const;
export type Decision = (typeof decisions)[number];

/** Where each decision leads. */
export const decided = { approve: "approved", reject: "rejected", spam: "spam" } satisfies Record<Decision, CommentStatus>;

/** From which statuses a moderator may take each decision (comments.md 2). */
const from: Record<Decision, readonly CommentStatus[]> = {
  approve: ["held", "hidden", "published", "rejected", "spam"],
  reject: ["held", "hidden", "published", "approved"],
  spam: ["held", "hidden", "published", "approved", "rejected"],
};

export function mayDecide(decision: Decision, status: CommentStatus): boolean {
  return from[decision].includes(status);
}

export function isVisible(status: CommentStatus): boolean {
  return status === "published" || status === "approved";
}

/** What the commenter is told of her own comment. Spam is told like waiting: a robot learns nothing. */
export function stateForAuthor(status: CommentStatus): { title: string; text: string } {
  switch (status) {
    case "unverified":
      return { title: "Check your mail", text: "Your comment appears for review once you have confirmed your address." };
    case "held":
    case "spam":
      return { title: "Your comment is waiting for review", text: "Only you can see it here. Most are read within the hour in the daytime; nothing more is needed from you." };
    case "published":
    case "approved":
      return { title: "Your comment is published", text: "It stands under the story." };
    case "hidden":
      return { title: "Your comment is hidden while we look at it again", text: "Readers reported it." };
    case "rejected":
      return { title: "Your comment was not published", text: "A moderator read it and decided against it." };
    case "withdrawn":
      return { title: "You removed this comment", text: "Nobody can see it any more." };
    case "purged":
      return { title: "This comment was removed", text: "Its text is no longer kept." };
  }
}

/** Each reason as a sentence for the person who wrote the comment. */
export const reasonSentences = {
  abuse: "It attacks somebody.",
  hate: "It is hostile to a group of people.",
  threat: "It threatens somebody.",
  harassment: "It harasses somebody.",
  spam_ad: "It is an advertisement.",
  off_topic: "It is not about the story.",
  misinformation: "It states as fact what is not so.",
  personal_data: "It holds somebody’s personal data.",
  copyright: "It holds text that belongs to somebody else.",
  illegal: "It may break the law.",
  impersonation: "It speaks in another person’s name.",
  banned_word: "It uses words we do not print.",
  other: "A moderator gave another reason.",
} as const;
