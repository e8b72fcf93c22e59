import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Nearly the same words again and again within a day: a text that somebody sends around, changed a little so that it passes. */
export const nearlyRepeated: Phase = ({ nearlySameText }) =>
  nearlySameText >= commentSettings.nearlySame.before ? { phase: "nearly_repeated", severity: "hold", evidence: `Nearly the same as ${nearlySameText} other comments of the last day` } : null;
