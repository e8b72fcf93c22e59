import type { AsideReason } from "@/lib/articles/device-copy";

/** A line that was away for less is a hiccup: what was typed during it is merged whatever happened, in milliseconds. */
export const hiccup = 60_000;
/** Work that waited for longer is never merged by itself. */
export const longestAway = 24 * 3_600_000;
/** What was not opened for so long is forgotten. */
export const keptFor = 30 * 24 * 3_600_000;

/** What becomes of work that comes back to the line: merged, or laid aside and why. `since` is when the first of it was written; where the clock was set back meanwhile, it is no hiccup. What was public then may be unknown. */
export function whatBecomes(work: { since: number; published: string | null | undefined }, now: number, published: string | null): AsideReason | "merge" {
  const away = now - work.since;
  if (away >= 0 && away < hiccup) return "merge";
  if (away > longestAway) return "long";
  return work.published === undefined || work.published === published ? "merge" : "published";
}

/** Why a browser keeps nothing of a story. */
export type NotKept = "forbidden" | "full" | "unavailable" | "newer" | "signed_out";

export const inChanges = (count: number) => (count === 1 ? "1 change" : `${count.toLocaleString("en-GB")} changes`);

/** What is said of the device while the line is down, after "Offline: " or "Signed out: ". Null where there is nothing to promise. Only what is on the disk is called kept. */
export function keptInWords(kept: number, waiting: number, notKept: NotKept | null): string | null {
  if (notKept === "forbidden") return "this story is not kept on devices, keep this tab open";
  if (notKept === "newer") return "this device keeps a newer form of the story, keep this tab open";
  if (notKept) return "this device keeps no copy, keep this tab open";
  if (kept > 0) return `${inChanges(kept)} kept on this device`;
  return waiting > 0 ? null : "nothing unsent";
}
