import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Several names in one discussion from one network with one browser: perhaps one person, perhaps an office at lunch. A hint, never a verdict. */
export const sameBrowser: Phase = ({ network }) =>
  network && network.sameBrowserHere >= commentSettings.network.others
    ? { phase: "same_browser", severity: "flag", evidence: `${network.sameBrowserHere} others wrote here today from the same network with the same browser` }
    : null;
