import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Readers are read first until they are known a little (lib/comments/trust.ts), where the newsroom wants that; guests, too, where a mailed link confirms each, and else always. */
export const newness: Phase = ({ author, approvedBefore, confirmed, trust, newcomersHeld }) => {
  if (author === "guest") return confirmed && approvedBefore >= commentSettings.approvedBeforeGuestTrust ? null : { phase: "newness", severity: "hold", evidence: confirmed ? "A guest who is new here" : "A guest: every comment is read first" };
  if (trust > 0 || !newcomersHeld) return null;
  if (approvedBefore === 0) return { phase: "newness", severity: "hold", evidence: "First comment of this reader" };
  return { phase: "newness", severity: "hold", evidence: approvedBefore < commentSettings.trust.levels[1].shown ? "Only one comment of this reader was approved so far" : "This reader is not known well enough yet" };
};
