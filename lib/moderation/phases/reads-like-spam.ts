import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** What the filter learned from the moderators' own decisions. The words that spoke most are told, so that a moderator can judge the judge. */
export const readsLikeSpam: Phase = ({ filter }) => {
  const { holdFrom, spamFrom, told } = commentSettings.spamFilter;
  if (!filter || filter.score < holdFrom) return null;
  const words = filter.telling.slice(0, told).map((word) => `“${word}”`);
  return { phase: "reads_like_spam", severity: filter.score >= spamFrom ? "spam" : "hold", evidence: `Reads like spam${words.length > 0 ? `: ${words.join(", ")}` : ""}` };
};
