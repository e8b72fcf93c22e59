import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { mediaAssets } from "@/db/schema";
import { systemActor } from "@/lib/core/actor";
import { keepRenditions, markPictureFailed } from "@/lib/media/commands/keep-renditions";
import { DamagedPicture, render } from "@/lib/media/render";
import { rightsPacket } from "@/lib/media/rights-packet";
import type { PictureFormat } from "@/lib/media/sizes";

const actor = systemActor("Picture desk");

/** Says that a picture is beyond help. */
export async function giveUpOn(assetId: string, reason: string): Promise<void> {
  await markPictureFailed.execute({ assetId, reason: reason.slice(0, 500).toWellFormed() }, { actor });
}

/** Makes and enters what is missing of a picture, or of a part of it. A picture that is gone, or complete, is left alone. */
export async function prepare(assetId: string, crop: string | null, planned: (picture: { width: number; height: number }) => { format: PictureFormat; width: number }[], signal: AbortSignal): Promise<void> {
  const [asset] = await appDatabase().select().from(mediaAssets).where(eq(mediaAssets.id, assetId));
  if (!asset) return;
  const missing = planned(asset).filter((wanted) => !asset.renditions.some((one) => (one.crop ?? null) === crop && one.format === wanted.format && one.width === wanted.width));
  try {
    const made = missing.length > 0 ? await render({ ...asset, rights: rightsPacket(asset) }, missing, crop, signal) : [];
    await keepRenditions.execute({ assetId, renditions: made }, { actor });
  } catch (error) {
    if (!(error instanceof DamagedPicture)) throw error;
    await giveUpOn(assetId, error.message);
  }
}
