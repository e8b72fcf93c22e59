import { conflict, type Failure } from "@/lib/kernel/failure";
import { type Branding, linksAsText, lookNames, mastheadStyles, pairings } from "@/lib/settings/branding";

/** What stands or was sent; of the drawings their sources, undefined where one that stands was left as it is. */
type Look = Omit<Branding, "drawingLight" | "drawingDark" | "icon"> & { drawingLight: string | undefined; drawingDark: string | undefined };

/**
 * The failure where somebody has changed the look since the form was opened: whose look stands now, and in what it differs from what was
 * sent. `current` is the version that stands, so that the same form can be sent again knowingly. Null where both would look the same.
 */
export function lookChangedMeanwhile(standing: Look, sent: Look, by: string, version: number): Failure | null {
  const differing = (Object.keys(lookNames) as (keyof typeof lookNames)[]).flatMap((field) => (sent[field] === undefined || same(standing[field], sent[field]) ? [] : `${lookNames[field]} (${inWords(standing, field)})`));
  if (differing.length === 0) return null;
  return conflict("changed_meanwhile", `${by} has changed the look meanwhile, and nothing of yours was saved yet. What you entered still stands here. It differs in: ${differing.join("; ")}. Save again to put yours in its place, or open the page again to begin from what stands.`, { current: version });
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

function inWords(look: Look, field: keyof typeof lookNames): string {
  switch (field) {
    case "accentLight":
    case "accentDark":
      return `now ${look[field] ?? "as the paper comes"}`;
    case "masthead":
      return `now “${mastheadStyles[look.masthead]}”`;
    case "mastheadInAccent":
      return look.mastheadInAccent ? "now ticked" : "now not ticked";
    case "drawingLight":
    case "drawingDark":
      return look[field] ? "now another" : "now none";
    case "pairing":
      return `now “${pairings[look.pairing]}”`;
    default:
      return look[field].length === 0 ? "now none" : `now “${linksAsText(look[field]).replaceAll("\n", ", ")}”`;
  }
}
