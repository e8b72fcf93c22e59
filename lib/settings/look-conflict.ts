import { type Branding, linksAsText, lookNames, mastheadStyles, pairings } from "@/lib/settings/branding";

/** What stands or was sent; of the drawings their sources, undefined where one that stands was left as it is. */
type Look = Omit<Branding, "drawingLight" | "drawingDark" | "icon"> & { drawingLight: string | undefined; drawingDark: string | undefined };

/** In what the look that stands differs from the one that was sent, each part with how it is now. */
export function looksApart(standing: Look, sent: Look): string[] {
  return (Object.keys(lookNames) as (keyof typeof lookNames)[]).flatMap((field) => (sent[field] === undefined || same(standing[field], sent[field]) ? [] : `${lookNames[field]} (${inWords(standing, field)})`));
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
