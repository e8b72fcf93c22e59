import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Sent sooner after the first key than anybody types. Whom the paper knows may paste what she wrote elsewhere. */
export const hurry: Phase = ({ secondsToWrite, trust }) =>
  secondsToWrite !== null && trust === 0 && secondsToWrite < commentSettings.hurrySeconds ? { phase: "hurry", severity: "hold", evidence: `Sent ${secondsToWrite < 1 ? "at once" : `${Math.round(secondsToWrite)} s`} after the first key` } : null;
