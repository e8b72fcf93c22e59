import type { Phase } from "@/lib/moderation/pipeline";

/** Of whom a moderator said so, everything is read before it appears. */
export const readFirst: Phase = (submission) =>
  submission.readFirst ? { phase: "read_first", severity: "hold", evidence: "All that this commenter writes is read first: a moderator said so" } : null;
