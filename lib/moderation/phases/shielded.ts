import type { Phase } from "@/lib/moderation/pipeline";

/** Behind a shield what is new waits: everybody's, or only that of guests and newcomers. */
export const shielded: Phase = ({ shield, author, trust }) => {
  if (shield === null || (shield === "newcomers" && author !== "guest" && trust > 0)) return null;
  return { phase: "shielded", severity: "hold", evidence: shield === "everybody" ? "A shield stands: every new comment is read first" : "A shield stands: guests and newcomers are read first" };
};
