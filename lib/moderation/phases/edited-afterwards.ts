import { commentSettings } from "@/lib/comments/settings";
import type { Phase } from "@/lib/moderation/pipeline";

/** What others liked or answered said something else; and a link that comes in by an edit passed nobody's eyes. */
export const editedAfterwards: Phase = ({ editing, trust }) => {
  if (!editing) return null;
  if (editing.addsLink && trust < 2) return { phase: "edited_afterwards", severity: "hold", evidence: "Its author put a link in afterwards" };
  if (editing.likes >= commentSettings.likedBeforeEdit) return { phase: "edited_afterwards", severity: "flag", evidence: `Changed after ${editing.likes} readers liked it` };
  return editing.answers > 0 ? { phase: "edited_afterwards", severity: "flag", evidence: `Changed after ${editing.answers === 1 ? "an answer" : `${editing.answers} answers`}` } : null;
};
