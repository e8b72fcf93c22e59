import type { Phase } from "@/lib/moderation/pipeline";

/** Under a story whose comments are all read before they appear, this one is too. */
export const reviewed: Phase = (submission) =>
  submission.reviewed ? { phase: "reviewed", severity: "hold", evidence: "Every comment on this story is read first" } : null;
