import type { CommentStatus, ReasonCode } from "@/db/vocabulary";

/** Why a comment is not shown, as its author is told it (Article 17 of the Digital Services Act), besides the reason itself and what the moderator wrote. */
export type Statement = {
  /** Whether readers had seen it, and whether it is out of sight for good or until somebody looks. */
  scope: "taken" | "never" | "hidden";
  /** What led to it. */
  upon: "notice" | "reports" | "own";
  /** Who decided: a person, a person whom a program had pointed to it, or a program alone. */
  by: "person" | "pointed" | "program" | "counted";
  /** The law, or the rules of the paper; null while nothing is judged. */
  ground: "law" | "rules" | null;
};

/** What is illegal is judged by the law, all else by the paper's rules for comments. */
export const groundOf = (reason: ReasonCode): "law" | "rules" => (reason === "illegal" ? "law" : "rules");

/** Who decided. A program had a part where it kept the text back to be read, or hid it for its reports; and nobody hides by itself but the program that counts them. */
export function deciderOf({ actorId, to, signals, wasHidden }: { actorId: string | null; to: CommentStatus; /** What was found in the text. */ signals: readonly { severity: string }[]; /** The program hid this text before. */ wasHidden: boolean }): Statement["by"] {
  if (actorId === null) return to === "hidden" ? "counted" : "program";
  return wasHidden || signals.some(({ severity }) => severity === "hold" || severity === "spam" || severity === "reject") ? "pointed" : "person";
}
