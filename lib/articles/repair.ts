import type { CheckPlace } from "@/lib/articles/checks";

/** What a machine can put right by itself: said by the check, done by the editor as one step, taken back by its undo. */
export type Repair = { label: string } & (
  | { does: "set-level"; blockId: string; level: 2 | 3 | 4 }
  | { does: "remove-block"; blockId: string }
  /** Empty items, paragraphs and rows within the block. */
  | { does: "remove-empty"; blockId: string }
  /** The words where they stand for the nth time, counted from 0. */
  | { does: "replace-words"; place: CheckPlace; words: string; nth: number; by: string }
  | { does: "change-link"; blockId: string; from: LinkTarget; to: LinkTarget }
  /** The words stay, the link goes; where words are named, only the one on them. */
  | { does: "remove-link"; blockId: string; from: LinkTarget; words?: string }
  /** Takes the spaces at either end out of the link. */
  | { does: "tidy-link"; blockId: string; from: LinkTarget }
  | { does: "set-attributes"; blockId: string; assetId: string; attributes: Readonly<Record<string, string | boolean>> }
  | { does: "fill-field"; field: string; text: string }
);

/** Where a repair is made. */
export function placeOfRepair(repair: Repair): CheckPlace {
  if ("blockId" in repair) return { blockId: repair.blockId };
  return repair.does === "replace-words" ? repair.place : { field: repair.field };
}

/** Where a link leads: its address, and the story that it follows, where it does. */
export type LinkTarget = { href: string; story: string | null };

/** `by` with a capital where what it replaces begins with one. */
export function asCapitalised(by: string, words: string): string {
  const [first = "", second = ""] = [...words];
  const isCapital = first !== first.toLowerCase() && second === second.toLowerCase();
  return isCapital ? by.replace(/^./u, (letter) => letter.toUpperCase()) : by;
}

/** How often the same words stand before this place. */
export function timesBefore(text: string, words: string, start: number): number {
  let times = 0;
  for (let at = text.indexOf(words); at !== -1 && at < start; at = text.indexOf(words, at + words.length)) times++;
  return times;
}
