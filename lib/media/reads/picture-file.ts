import { eq } from "drizzle-orm";
import { appDatabase, readerDatabase } from "@/db/client";
import { mediaAssets, publicMedia } from "@/db/schema";
import type { Rendition } from "@/db/schema/media";
import { cardWidth, formats, type PictureFormat, pictureFormats } from "@/lib/media/sizes";

/** `final`: more than the preview is there, so that the address will go on answering with these bytes. */
export type PictureFile = { key: string; type: string; public: boolean; final: boolean };

const fileForm = /^([0-9a-f-]{36})\/(?:(c\d{1,3}-\d{1,3}-\d{1,4}-\d{1,4})\/)?(\d{2,4})\.(avif|webp|jpg)$/;

/**
 * The file behind `/media/{id}/{width}.{avif|webp|jpg}`, or of a part of the picture. Public only while a public story or portrait shows
 * it; `forStaff` also finds pictures of the desk. What is not made yet is answered with what there is. Nothing wider than `atMost` is chosen
 * where something narrower is there. Null where there is none for this asker.
 */
export async function pictureFile(path: string, forStaff: () => Promise<boolean>, atMost = Number.POSITIVE_INFINITY): Promise<PictureFile | null> {
  const [, id, crop, width, extension] = fileForm.exec(path) ?? [];
  const format = pictureFormats.find((one) => formats[one].extension === extension);
  if (!id || !width || !format) return null;
  const [shown] = await readerDatabase().select({ renditions: publicMedia.renditions }).from(publicMedia).where(eq(publicMedia.id, id));
  const [kept] = shown || !(await forStaff()) ? [] : await appDatabase().select({ renditions: mediaAssets.renditions }).from(mediaAssets).where(eq(mediaAssets.id, id));
  const ofPart = ((shown ?? kept)?.renditions ?? []).filter((one) => (one.crop ?? null) === (crop ?? null));
  const found = chooseRendition(ofPart, format, Math.min(Number(width), atMost));
  return found ? { key: found.key, type: formats[found.format].type, public: shown !== undefined, final: ofPart.length > 1 } : null;
}

/** How many bytes the JPEG has that feeds name of a picture or a part of one; null for as long as another format stands in for it. */
export function cardBytes(renditions: readonly Rendition[], crop: string | null): number | null {
  const card = chooseRendition(renditions.filter((one) => (one.crop ?? null) === crop), "jpeg", cardWidth);
  return card?.format === "jpeg" ? card.bytes : null;
}

/**
 * The rendition that an address names. Where it is missing: the next wider one of its format, else the widest, else the same in
 * another format.
 */
function chooseRendition(renditions: readonly Rendition[], wanted: PictureFormat, width: number): Rendition | null {
  for (const format of [wanted, "webp", "jpeg"] as const) {
    const ofFormat = renditions.filter((one) => one.format === format).sort((left, right) => left.width - right.width);
    const found = ofFormat.find((one) => one.width >= width) ?? ofFormat.at(-1);
    if (found) return found;
  }
  return null;
}
