import type { FocalPoint } from "@/lib/content/blocks/figure";

/** Readers' pages know tenths of a picture: one class each way, since no page of theirs carries a style attribute. */
const tenths = (share: number) => Math.round(share * 10);

/** The classes by which a cropped picture keeps its point in sight (reader.css); none for the middle, which every crop keeps. */
export function focalClasses(focal: FocalPoint | null | undefined): string[] {
  if (!focal) return [];
  return [["fx", tenths(focal.x)] as const, ["fy", tenths(focal.y)] as const].flatMap(([axis, tenth]) => (tenth === 5 ? [] : [`${axis}${tenth}`]));
}

/** The same as the desk's previews show it. */
export function focalPosition(focal: FocalPoint | null | undefined): string {
  return focal ? `${tenths(focal.x) * 10}% ${tenths(focal.y) * 10}%` : "50% 50%";
}
