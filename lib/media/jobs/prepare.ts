import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { mediaAssets } from "@/db/schema";
import { systemActor } from "@/lib/core/actor";
import { keepRenditions, markPictureFailed } from "@/lib/media/commands/keep-renditions";
import { DamagedPicture, render, type Wanted } from "@/lib/media/render";
import { rightsPacket } from "@/lib/media/rights-packet";

const actor = systemActor("Picture desk");

/** Says that a picture is beyond help. */
export async function giveUpOn(assetId: string, reason: string): Promise<void> {
  await markPictureFailed.execute({ assetId, reason: reason.slice(0, 500).toWellFormed() }, { actor });
}

/** Makes and enters what is missing of a picture and of its parts. A picture that is gone, or complete, is left alone. */
export async function prepare(assetId: string, planned: (picture: { width: number; height: number }) => Wanted[], signal: AbortSignal): Promise<void> {
  const [asset] = await appDatabase().select().from(mediaAssets).where(eq(mediaAssets.id, assetId));
  if (!asset) return;
  const missing = planned(asset).filter((wanted) => !asset.renditions.some((one) => (one.crop ?? null) === wanted.crop && one.format === wanted.format && one.width === wanted.width));
  try {
    const made = missing.length > 0 ? await render({ ...asset, rights: rightsPacket(asset) }, missing, signal) : [];
    await keepRenditions.execute({ assetId, renditions: made }, { actor });
  } catch (error) {
    if (!(error instanceof DamagedPicture)) throw error;
    await giveUpOn(assetId, error.message);
  }
}
