import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Out of a network from which much was refused lately, or many came who were never here before. Whom the paper knows well is only marked: a household, an office and half a town may share one. */
export const network: Phase = ({ network: from, trust }) => {
  const { refused, newcomers } = commentSettings.network;
  if (!from) return null;
  const severity = trust > 1 ? "flag" : "hold";
  if (from.refused >= refused) return { phase: "network", severity, evidence: `${from.refused} comments from the same network were rejected or spam within a day` };
  return from.newcomers >= newcomers ? { phase: "network", severity, evidence: `${from.newcomers} people who were never here before came from the same network within a day` } : null;
};
