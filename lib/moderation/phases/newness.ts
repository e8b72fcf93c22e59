import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Guests are always read first; readers until a few of their comments were approved. */
export const newness: Phase = ({ author, approvedBefore }) => {
  if (author === "guest") return { phase: "newness", severity: "hold", evidence: "A guest: every comment is read first" };
  if (approvedBefore >= commentSettings.approvedBeforeTrust) return null;
  return { phase: "newness", severity: "hold", evidence: approvedBefore === 0 ? "First comment of this reader" : "Only one comment of this reader was approved so far" };
};
