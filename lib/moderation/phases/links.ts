import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Any link of a guest or newcomer is looked at; known readers may give sources. */
export const links: Phase = ({ linkCount, author, approvedBefore }) => {
  const allowed = author === "reader" && approvedBefore >= commentSettings.approvedBeforeTrust ? commentSettings.linksBeforeHold : 0;
  return linkCount > allowed ? { phase: "links", severity: "hold", evidence: linkCount === 1 ? "Holds a link" : `Holds ${linkCount} links` } : null;
};
