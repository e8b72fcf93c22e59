/** Widths that readers are served, as far as the original reaches. */
const steps = [480, 960, 1600, 2400] as const;
/** How much wider the original must be than the last step for its own width to be worth a file. */
const worthwhile = 1.25;

/** The widest that is sent to readers who spare data: enough to see what a picture shows. */
export const thriftyWidth = steps[0];

/** The width that is made while the upload waits: enough for the editor, and for readers until the others are there. */
export const previewWidth = 960;

/** The JPEG that feeds, social cards and structured data name: `/media/{id}/1200.jpg`. */
export const cardWidth = 1200;

/** What readers are offered, the smallest files first. */
export const pictureFormats = ["avif", "webp", "jpeg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** Each format's name in an address, and its type. */
export const formats = {
  avif: { extension: "avif", type: "image/avif" },
  webp: { extension: "webp", type: "image/webp" },
  jpeg: { extension: "jpg", type: "image/jpeg" },
} satisfies Record<PictureFormat, { extension: string; type: string }>;

/** The widths in which a picture is offered, smallest first. They follow from the original alone: pages name them before they are made. */
export function offeredWidths(width: number): number[] {
  const reached = steps.filter((step) => step <= width);
  const last = reached.at(-1) ?? 0;
  return width < (steps.at(-1) ?? 0) && width >= last * worthwhile ? [...reached, width] : reached;
}

/** All that is made of a picture: every offered width in every format, and the card. */
export function plannedRenditions(width: number): { format: PictureFormat; width: number }[] {
  const widths = offeredWidths(width);
  const all: Record<PictureFormat, number[]> = { webp: widths, jpeg: [...new Set([...widths, Math.min(cardWidth, width)])], avif: widths };
  return pictureFormats.flatMap((format) => all[format].map((one) => ({ format, width: one })));
}

/** The widest that is offered up to the preview's width. */
export function previewOf(width: number): number {
  return offeredWidths(width).findLast((one) => one <= previewWidth) ?? width;
}

/** Where a picture is served. `crop` names the part of it that a figure shows (lib/media/crops.ts). */
export function pictureAddress(id: string, width: number, format: PictureFormat, crop: string | null = null): string {
  return `/media/${id}/${crop ? `${crop}/` : ""}${width}.${formats[format].extension}`;
}
