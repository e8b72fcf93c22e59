import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Readers are read first until a few of their comments were approved; guests, too, where a mailed link confirms each, and else always. */
export const newness: Phase = ({ author, approvedBefore, confirmed }) => {
  if (author === "guest") return confirmed && approvedBefore >= commentSettings.approvedBeforeGuestTrust ? null : { phase: "newness", severity: "hold", evidence: confirmed ? "A guest who is new here" : "A guest: every comment is read first" };
  if (approvedBefore >= commentSettings.approvedBeforeTrust) return null;
  return { phase: "newness", severity: "hold", evidence: approvedBefore === 0 ? "First comment of this reader" : "Only one comment of this reader was approved so far" };
};
