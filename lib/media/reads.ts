import { eq } from "drizzle-orm";
import { appDatabase, readerDatabase } from "@/db/client";
import { mediaAssets, publicMedia } from "@/db/schema";
import type { Rendition } from "@/db/schema/media";

export type PictureFile = { key: string; type: string; public: boolean };

const fileForm = /^([0-9a-f-]{36})\/(\d{2,4})\.(webp|jpg)$/;

/**
 * The file behind `/media/{id}/{width}.{webp|jpg}`. Public only while a public story or portrait shows it; `forStaff` also finds
 * pictures of the desk. Null where there is none for this asker.
 */
export async function pictureFile(path: string, forStaff: () => Promise<boolean>): Promise<PictureFile | null> {
  const [, id, width, extension] = fileForm.exec(path) ?? [];
  if (!id || !width || !extension) return null;
  const [shown] = await readerDatabase().select({ renditions: publicMedia.renditions }).from(publicMedia).where(eq(publicMedia.id, id));
  const [kept] = shown || !(await forStaff()) ? [] : await appDatabase().select({ renditions: mediaAssets.renditions }).from(mediaAssets).where(eq(mediaAssets.id, id));
  const found = chooseRendition((shown ?? kept)?.renditions ?? [], extension === "webp" ? "webp" : "jpeg", Number(width));
  return found ? { key: found.key, type: found.format === "webp" ? "image/webp" : "image/jpeg", public: shown !== undefined } : null;
}

/** The rendition of this width, or the widest where the original does not reach it. */
function chooseRendition(renditions: readonly Rendition[], format: Rendition["format"], width: number): Rendition | null {
  const ofFormat = renditions.filter((one) => one.format === format).sort((left, right) => left.width - right.width);
  return ofFormat.find((one) => one.width === width) ?? ([480, 960, 1200, 1600].includes(width) ? (ofFormat.find((one) => one.width > width) ?? ofFormat.at(-1) ?? null) : null);
}
