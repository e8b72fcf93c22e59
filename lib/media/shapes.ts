import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { cropName, cropPixels } from "@/lib/media/crops";
import { cardWidth } from "@/lib/media/sizes";

type Size = { width: number; height: number };

/** The shapes in which search engines and social cards show a story's picture, as width to height. */
export const shapes = { wide: 16 / 9, standard: 4 / 3, square: 1, card: 1200 / 630 } as const;
export type Shape = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as Shape[];

/** The largest part of a picture that has this shape, as near around its point as its edges let it. */
function boxOf(picture: Size, ratio: number, focal: FocalPoint | null): CropBox {
  const own = picture.width / picture.height;
  const [width, height] = own > ratio ? [ratio / own, 1] : [1, own / ratio];
  const start = (point: number, share: number) => Math.min(1 - share, Math.max(0, point - share / 2));
  return { x: start(focal?.x ?? 0.5, width), y: start(focal?.y ?? 0.5, height), width, height };
}

/** A share of a picture's sides in the thousandths that crops are named by. */
const thousand: Size = { width: 1000, height: 1000 };

/**
 * The name of that part, its size, and how wide it is served; the name is null where the whole picture has the shape. Where the picture is
 * shown cropped, `within` names its crop: the shape is cut from that, and the point is one of it.
 */
export function shapeOf(picture: Size, shape: Shape, focal: FocalPoint | null, within: string | null = null): Size & { crop: string | null } {
  const room = (within && cropPixels(within, thousand)) || { left: 0, top: 0, ...thousand };
  const box = boxOf((within && cropPixels(within, picture)) || picture, shapes[shape], focal);
  const crop = cropName({ x: (room.left + box.x * room.width) / 1000, y: (room.top + box.y * room.height) / 1000, width: (box.width * room.width) / 1000, height: (box.height * room.height) / 1000 });
  const part = crop ? cropPixels(crop, picture) : picture;
  const { width, height } = part ?? picture;
  const across = Math.min(cardWidth, width);
  return { crop, width: across, height: Math.round((across * height) / width) };
}

/** The shapes in which pages show a lead picture where its own does not fit, and how wide: on wide screens, on phones, and small beside a text. */
const pageWidths = { wide: [960, 1600], standard: [480, 960], square: [480] } as const satisfies Partial<Record<Shape, readonly number[]>>;
export type PageShape = keyof typeof pageWidths;
export const pageShapes = Object.keys(pageWidths) as PageShape[];

/** A part that keeps more of the picture than this is not worth files of its own: the browser cuts the whole around its point. */
const worthCutting = 0.8;

/**
 * The part of a picture that pages show in a shape, and the widths in which it is offered; null where the whole, or the part `within` that
 * is shown of it, is so near that shape that the browser may cut it.
 */
export function pagePart(picture: Size, shape: PageShape, focal: FocalPoint | null, within: string | null = null): (Size & { crop: string; widths: number[] }) | null {
  const { crop } = shapeOf(picture, shape, focal, within);
  const part = crop && cropPixels(crop, picture);
  const shown = (within && cropPixels(within, picture)) || picture;
  if (!part || (part.width * part.height) / (shown.width * shown.height) > worthCutting) return null;
  const widths = pageWidths[shape].filter((width) => width <= part.width);
  return widths.length > 0 ? { crop, width: part.width, height: part.height, widths } : null;
}
