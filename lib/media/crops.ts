import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { focalWithin } from "@/lib/media/focal";
import { offeredWidths } from "@/lib/media/sizes";

type Size = { width: number; height: number };

const thousandths = (share: number) => Math.round(share * 1000);

/** A crop's name in addresses and files: left, top, width and height in thousandths. Null where it is the whole picture. */
export function cropName(crop: CropBox | null | undefined): string | null {
  if (!crop) return null;
  const [left, top] = [thousandths(crop.x), thousandths(crop.y)];
  const [across, down] = [Math.min(thousandths(crop.width), 1000 - left), Math.min(thousandths(crop.height), 1000 - top)];
  return across === 1000 && down === 1000 ? null : `c${left}-${top}-${across}-${down}`;
}

/** The pixels that a crop's name stands for; at least one each way. Null for what is no name of ours. */
export function cropPixels(name: string, picture: Size): (Size & { left: number; top: number }) | null {
  const [left = 0, top = 0, across = 0, down = 0] = (/^c(\d{1,3})-(\d{1,3})-(\d{1,4})-(\d{1,4})$/.exec(name)?.slice(1) ?? []).map(Number);
  if (across < 1 || down < 1 || left + across > 1000 || top + down > 1000) return null;
  const from = { left: Math.floor((left / 1000) * picture.width), top: Math.floor((top / 1000) * picture.height) };
  return { ...from, width: Math.max(1, Math.min(Math.round((across / 1000) * picture.width), picture.width - from.left)), height: Math.max(1, Math.min(Math.round((down / 1000) * picture.height), picture.height - from.top)) };
}

/** How many pixels across a figure shows of a picture. */
export function croppedWidth(width: number, crop: CropBox | null | undefined): number {
  const name = cropName(crop);
  return (name && cropPixels(name, { width, height: 1 })?.width) || width;
}

/** The parts of a picture that have been made. */
export function cropsIn(renditions: readonly { crop?: string }[]): string[] {
  return [...new Set(renditions.flatMap((one) => one.crop ?? []))];
}

/** The parts that were made for pages: those that come in AVIF. */
export function pageCropsIn(renditions: readonly { crop?: string; format: string }[]): string[] {
  return cropsIn(renditions.filter(({ format }) => format === "avif"));
}

type Shown = Size & { whole: Size; widths: number[]; crops: readonly string[]; crop: string | null };

/** The picture as a figure shows it: the part that it names, or the whole for as long as that part has not been made. */
export function partOf<Picture extends Shown>(picture: Picture, crop: string | null): Picture {
  const part = crop && picture.crops.includes(crop) ? cropPixels(crop, picture.whole) : null;
  return part ? { ...picture, width: part.width, height: part.height, widths: offeredWidths(part.width), crop } : picture;
}

/** The picture as it was placed: the part that was chosen, once it is made, and the point that is kept in sight as one of what is shown. */
export function placedPicture<Picture extends Shown>(picture: Picture, { crop, focal }: { crop?: CropBox | null | undefined; focal?: FocalPoint | null | undefined }): Picture & { focal: FocalPoint | null } {
  const part = partOf(picture, cropName(crop));
  return { ...part, focal: focalWithin(focal, part.crop ? crop : null) };
}
