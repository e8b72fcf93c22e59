import type { CommentStatus } from "@/db/vocabulary";

export const decisions = ["approve", "reject", "spam", "hide", "show"] as const;
export type Decision = (typeof decisions)[number];

/** Where each decision leads. */
export const decided = { approve: "approved", reject: "rejected", spam: "spam", hide: "hidden", show: "approved" } as const satisfies Record<Decision, CommentStatus>;

/** From which statuses a moderator may take each decision (comments.md 2). Of a hidden one approval is called `show`. */
const from: Record<Decision, readonly CommentStatus[]> = {
  approve: ["held", "published", "rejected", "spam"],
  reject: ["held", "hidden", "published", "approved"],
  spam: ["held", "hidden", "published", "approved", "rejected"],
  hide: ["published", "approved"],
  show: ["hidden"],
};

export function mayDecide(decision: Decision, status: CommentStatus): boolean {
  return from[decision].includes(status);
}

/** Whether a comment can be approved once more: where readers reported what a moderator had approved, this says that it stays. */
export function mayApproveAgain(status: CommentStatus, reportCount: number): boolean {
  return status === "approved" && reportCount > 0;
}

export function isVisible(status: CommentStatus): boolean {
  return status === "published" || status === "approved";
}

/** What an event says of a comment that moved, so that pages on which nothing changed are kept. */
export function movedData({ status: from, replyCount }: { status: CommentStatus; replyCount: number }, status: CommentStatus): { from: CommentStatus; status: CommentStatus; answered: boolean } {
  return { from, status, answered: replyCount > 0 };
}

/** Whether nothing can be done with a comment any more, but that one which was withdrawn can still be purged. */
export function isOver(status: CommentStatus): boolean {
  return status === "withdrawn" || status === "purged";
}

/** Whether its author may still change a comment: in its first `minutes`, while nobody decided against it. Spam is told like waiting. */
export function mayEdit({ status, createdAt }: { status: CommentStatus; createdAt: Date }, minutes: number, now: Date): boolean {
  const open = isVisible(status) || status === "held" || status === "spam";
  return open && minutes > 0 && now.getTime() - createdAt.getTime() <= minutes * 60_000;
}

/** Where an edit leads, by what the pipeline found in the new text. Out of spam nobody writes herself, nor out of the queue what a moderator put there. */
export function afterEdit({ status, decidedBy }: { status: CommentStatus; decidedBy: string | null }, found: CommentStatus): CommentStatus {
  return status === "spam" || (status === "held" && decidedBy !== null) ? status : found;
}

/** What a commenter hears of her own comment. */
export type StateForAuthor = "unverified" | "waiting" | "published" | "hidden" | "rejected" | "withdrawn" | "purged";

/** What the commenter is told of her own comment. Spam is told like waiting: a robot learns nothing. */
export const stateForAuthor = {
  unverified: "unverified",
  held: "waiting",
  spam: "waiting",
  published: "published",
  approved: "published",
  hidden: "hidden",
  rejected: "rejected",
  withdrawn: "withdrawn",
  purged: "purged",
} as const satisfies Record<CommentStatus, StateForAuthor>;
