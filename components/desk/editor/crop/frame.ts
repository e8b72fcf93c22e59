import type { CropBox } from "@/lib/content/stored/figure";
import { cropName, cropPixels } from "@/lib/media/crops";
import { shownWidths } from "@/lib/media/limits";

/*
 * The frame over a picture, in shares of it and in whole thousandths: what is chosen is exactly what the crop is called by. All
 * directions are the picture's, whatever way the text runs.
 */

export type Size = { width: number; height: number };
export type Corner = { right: boolean; bottom: boolean };

/** The shapes a frame can keep: the picture's own, none, or one of the usual ones. */
export const shapes = ["own", "free", "16:9", "3:2", "4:3", "1:1", "4:5"] as const;
export type Shape = (typeof shapes)[number];

export const wholePicture: CropBox = { x: 0, y: 0, width: 1, height: 1 };

/** The least share that is ever kept, each way (lib/content/blocks/figure.ts). */
const leastShare = 0.1;

const snapped = (share: number) => Math.round(share * 1000) / 1000;
const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** How wide a frame of a shape is for its height, in shares; null where any width will do. */
function slopeOf(shape: Shape, picture: Size): number | null {
  if (shape === "free") return null;
  if (shape === "own") return 1;
  const [across = 1, down = 1] = shape.split(":").map(Number);
  return ((across / down) * picture.height) / picture.width;
}

/** Between which widths a frame may be. A picture that is too small to lose anything keeps its whole width. */
function widthsOf(shape: Shape, picture: Size): { least: number; most: number } {
  const slope = slopeOf(shape, picture);
  const least = Math.min(1, Math.ceil((shownWidths.least / picture.width) * 1000) / 1000);
  return { least: Math.max(least, leastShare, leastShare * (slope ?? 0)), most: Math.min(1, slope ?? 1) };
}

/** A frame of that size, as near to the place as the picture lets it be. */
function placed(x: number, y: number, width: number, height: number): CropBox {
  const size = { width: between(leastShare, snapped(width), 1), height: between(leastShare, snapped(height), 1) };
  return { x: snapped(between(0, x, 1 - size.width)), y: snapped(between(0, y, 1 - size.height)), ...size };
}

export const isWhole = (frame: CropBox): boolean => cropName(frame) === null;

/** Whether the picture has enough in it for a frame of that shape. */
export function canBe(shape: Shape, picture: Size): boolean {
  const { least, most } = widthsOf(shape, picture);
  return least <= most;
}

/** The largest frame of a shape around the middle of the present one; a free one stays as it is. */
export function shaped(frame: CropBox, shape: Shape, picture: Size): CropBox {
  const slope = slopeOf(shape, picture);
  if (slope === null) return frame;
  const width = widthsOf(shape, picture).most;
  return placed(frame.x + frame.width / 2 - width / 2, frame.y + frame.height / 2 - width / slope / 2, width, width / slope);
}

/** The shape that a frame has. */
export function shapeOf(frame: CropBox, picture: Size): Shape {
  if (isWhole(frame)) return "own";
  const has = (shape: Shape) => {
    const slope = slopeOf(shape, picture);
    // As near as a thousandth each way can come.
    return slope !== null && Math.abs(frame.width - frame.height * slope) <= 0.0006 * (1 + slope);
  };
  return shapes.find(has) ?? "free";
}

/** Moved by shares of the picture, as far as there is picture. */
export function moved(frame: CropBox, across: number, down: number): CropBox {
  return placed(frame.x + across, frame.y + down, frame.width, frame.height);
}

/** Made larger or smaller at its right and lower edge; where the picture ends, it grows the other way. */
export function sized(frame: CropBox, shape: Shape, picture: Size, across: number, down: number): CropBox {
  const slope = slopeOf(shape, picture);
  const { least, most } = widthsOf(shape, picture);
  const width = between(least, frame.width + across + (slope === null ? 0 : down * slope), most);
  return placed(frame.x, frame.y, width, slope === null ? frame.height + down : width / slope);
}

/** With one corner pulled to a point of the picture, while the opposite one stays. */
export function pulled(frame: CropBox, shape: Shape, picture: Size, corner: Corner, to: { x: number; y: number }): CropBox {
  const slope = slopeOf(shape, picture);
  const { least, most } = widthsOf(shape, picture);
  const stays = { x: corner.right ? frame.x : frame.x + frame.width, y: corner.bottom ? frame.y : frame.y + frame.height };
  const room = { width: corner.right ? 1 - stays.x : stays.x, height: corner.bottom ? 1 - stays.y : stays.y };
  const wanted = { width: corner.right ? to.x - stays.x : stays.x - to.x, height: corner.bottom ? to.y - stays.y : stays.y - to.y };
  const width = between(least, slope === null ? wanted.width : Math.max(wanted.width, wanted.height * slope), Math.min(most, room.width, slope === null ? 1 : room.height * slope));
  const height = slope === null ? between(leastShare, wanted.height, room.height) : width / slope;
  return placed(corner.right ? stays.x : stays.x - width, corner.bottom ? stays.y : stays.y - height, width, height);
}

/** The pixels of the original within the frame. */
export function pixelsOf(frame: CropBox, picture: Size): Size {
  const name = cropName(frame);
  return (name && cropPixels(name, picture)) || picture;
}

/** What a layout of that shape shows of the part: as much of it as fits, around the point that stays in sight. `point` is one of the part. */
export function coverOf(part: CropBox, picture: Size, aspect: number, point: { x: number; y: number }): CropBox {
  const slope = (aspect * picture.height) / picture.width;
  const width = Math.min(part.width, part.height * slope);
  const height = width / slope;
  return { x: part.x + (part.width - width) * point.x, y: part.y + (part.height - height) * point.y, width, height };
}

const numbers = new Intl.NumberFormat("en-GB");
const hundredths = (share: number) => Math.round(share * 100);

/** Size and place of the frame in a sentence, with what is worth knowing before it is used. */
export function frameInWords(frame: CropBox, picture: Size): string {
  const { width, height } = pixelsOf(frame, picture);
  const size = `${numbers.format(width)} by ${numbers.format(height)} pixels`;
  const said = isWhole(frame) ? `The whole picture, ${size}.` : `${size}, ${hundredths(frame.x)} % from the left, ${hundredths(frame.y)} % from the top.`;
  return width < shownWidths.good ? `${said} From ${numbers.format(shownWidths.good)} pixels across on it is sharp everywhere.` : said;
}
