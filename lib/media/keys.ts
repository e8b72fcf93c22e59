import { formats, type PictureFormat } from "@/lib/media/sizes";

/** Where an original is kept. */
export const originalKey = (assetId: string): string => `originals/${assetId}`;

/** Where one size of a picture, or of a part of it, is kept. */
export function renditionKey(assetId: string, format: PictureFormat, width: number, crop: string | null = null): string {
  return `renditions/${assetId}/${crop ? `${crop}/` : ""}${width}.${formats[format].extension}`;
}

/** Where drawn social cards are kept, each under the kind and the id of what it stands for. What nobody has written there for long goes, and is drawn again when it is asked for. */
export const cardsFolder = "cards";

/** The picture that a file belongs to; null for what is no file of ours. */
export function assetOfKey(key: string): string | null {
  return /^(?:originals|renditions)\/([0-9a-f-]{36})(?:\/|$)/.exec(key)?.[1] ?? null;
}
