import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** Whose comments are often rejected is read first, whatever the paper knew of her before. */
export const history: Phase = ({ decided, rejected }) => {
  const { least, share } = commentSettings.history;
  return decided >= least && rejected / decided >= share ? { phase: "history", severity: "hold", evidence: `${rejected} of the last ${decided} comments were rejected` } : null;
};
