import type { CropBox } from "@/lib/content/stored/figure";
import { croppedWidth } from "@/lib/media/crops";
import { shownWidths } from "@/lib/media/limits";

/** What there is to say about how many pixels across are shown of a picture; null where there are enough. */
export function widthFinding(what: "picture" | "lead picture", width: number, crop: CropBox | null | undefined): { level: "stop" | "warn"; message: string; hint: string } | null {
  const shown = croppedWidth(width, crop);
  if (shown >= shownWidths.good) return null;
  const message = `A ${what} of ${shown} pixels across${shown < width ? ", as it is cropped" : ""}`;
  return shown < shownWidths.least ? { level: "stop", message, hint: `At least ${shownWidths.least} are needed.` } : { level: "warn", message, hint: `From ${shownWidths.good} on it is sharp everywhere.` };
}
