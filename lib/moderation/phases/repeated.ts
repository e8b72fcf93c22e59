import type { Phase } from "@/lib/moderation/pipeline";

/** The same words from several people within a day are a campaign. */
export const repeated: Phase = ({ sameTextByOthers }) => {
  if (sameTextByOthers >= 2) return { phase: "repeated", severity: "spam", evidence: `The same text came from ${sameTextByOthers} others today` };
  return sameTextByOthers === 1 ? { phase: "repeated", severity: "hold", evidence: "Somebody else sent the same text today" } : null;
};
