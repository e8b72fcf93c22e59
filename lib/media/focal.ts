import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";

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

const thousandth = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

/** A point of the whole picture as a point of the part that is shown; the nearest that the part has, where it lies outside. */
export function focalWithin(focal: FocalPoint | null | undefined, crop: CropBox | null | undefined): FocalPoint | null {
  if (!focal || !crop) return focal ?? null;
  return { x: thousandth((focal.x - crop.x) / crop.width), y: thousandth((focal.y - crop.y) / crop.height) };
}

/** A point of the part that is shown as a point of the whole picture, as it is kept. */
export function focalOfWhole(point: FocalPoint, crop: CropBox | null | undefined): FocalPoint {
  return crop ? { x: thousandth(crop.x + point.x * crop.width), y: thousandth(crop.y + point.y * crop.height) } : point;
}
